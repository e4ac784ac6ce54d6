import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createDecoder, glance } from "../../graph-data/formats/text.ts";
import { refusalOf } from "../support/reading.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);

function decode(content: Uint8Array, cuts: readonly number[] = [], encoding?: string): string {
  const decoder = createDecoder(encoding);
  const edges = [0, ...[...cuts].sort((a, b) => a - b), content.length];
  const parts = edges.slice(1).map((edge, at) => decoder.push(content.subarray(edges[at], edge)));
  return parts.join("") + decoder.end();
}

function inUtf16(text: string, bigEndian: boolean): Uint8Array {
  const content = new Uint8Array(text.length * 2);
  const view = new DataView(content.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return content;
}

const anyWords = fc.string({ unit: "binary", maxLength: 30 });
const anyCuts = fc.array(fc.nat(60), { maxLength: 5 });

describe("createDecoder", () => {
  test("gives the text again, wherever the bytes are cut", () => {
    fc.assert(
      fc.property(anyWords, anyCuts, (words, cuts) => {
        const text = `{"${words}`;
        const content = new TextEncoder().encode(text);
        const within = cuts.filter((cut) => cut <= content.length);
        expect(decode(content, within)).toBe(text);
        expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...content), within)).toBe(text);
      }),
    );
  });

  test.each([true, false])("recognises UTF-16, with a mark and without (big end first: %s)", (bigEndian) => {
    fc.assert(
      fc.property(anyWords, anyCuts, (words, cuts) => {
        const text = `{"${words}`;
        const content = inUtf16(text, bigEndian);
        expect(
          decode(
            content,
            cuts.filter((cut) => cut <= content.length),
          ),
        ).toBe(text);
        expect(decode(inUtf16(`\uFEFF${words}`, bigEndian))).toBe(words);
      }),
    );
  });

  test("takes the encoding it is told, unless a mark says otherwise", () => {
    expect(decode(bytes(0x63, 0x61, 0x66, 0xe9), [], "windows-1252")).toBe("café");
    expect(decode(bytes(0xcf, 0xf3, 0xf2, 0xe8, 0xed), [2], "windows-1251")).toBe("Путин");
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9), [], "windows-1252")).toBe("é");
    expect(refusalOf(() => decode(bytes(0x61), [], "klingon")).message).toContain('"klingon"');
  });

  test("short files are files, too", () => {
    for (const text of ["", "a", "é", "ab", "abc"]) expect(decode(new TextEncoder().encode(text))).toBe(text);
  });

  test.each([
    [[0x61, 0x62, 0x63, 0x64, 0xff], 5],
    [[0x61, 0xe9, 0x62, 0x63, 0x64, 0x65], 2],
    [[0xc3, 0xa9, 0xc0, 0xaf, 0x20], 3],
    [[0x61, 0xed, 0xa0, 0x80, 0x20], 2],
    [[0x61, 0xf5, 0x80, 0x80, 0x80], 2],
    [[0x61, 0x62, 0x63, 0x64, 0xe2, 0x82], 5],
    [[0x61, 0x62, 0x63, 0x64, 0x80], 5],
  ])("what is not UTF-8 is refused at its byte: %j", (values, at) => {
    const whole = refusalOf(() => decode(Uint8Array.from(values)));
    expect(whole.problems).toEqual([
      { path: `byte ${at}`, message: "what stands here is not UTF-8", severity: "error" },
    ]);
    for (let cut = 0; cut <= values.length; cut += 1) {
      expect(refusalOf(() => decode(Uint8Array.from(values), [cut])).message).toBe(whole.message);
    }
  });
});

test("a glance refuses nothing", () => {
  expect(glance(bytes(0x61, 0xff))).toBe("a\uFFFD");
  expect(glance(inUtf16("{}", false))).toBe("{}");
});
