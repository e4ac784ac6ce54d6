/** What the system refuses, in words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "this user may not use it so",
  EPERM: "this user may not use it so",
  EROFS: "it lies on a disk that cannot be written to",
  EEXIST: "there is something of this name already",
  ENOTDIR: "a part of the path is a file, not a folder",
  EISDIR: "it is a folder, not a file",
  ENOTEMPTY: "the folder is not empty",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "it is a link that leads to itself",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full for this user",
  EMFILE: "too many files are open",
};

/** One line, without a stack. */
export function describeFailure(error: unknown): string {
  const { code = "", path, message = String(error) } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  const reason = REASONS[code];
  if (!reason) return message;
  return path === undefined ? `${reason} (${code})` : `"${path}": ${reason}.`;
}
