/** A worker thread: it answers for all tasks until it is ended. */
import { parentPort } from "node:worker_threads";
import { findPackage } from "../root.ts";
import { createTools } from "../tools.ts";
import { answerTasks } from "./answering.ts";
import { createTasks } from "./tasks.ts";

if (parentPort) answerTasks(parentPort, createTasks(createTools(findPackage(import.meta.url).root)));
