/** A worker thread: it answers for all tasks until it is ended. */
import { parentPort } from "node:worker_threads";
import { answerTasks } from "./answering.ts";
import { TASKS } from "./tasks.ts";

if (parentPort) answerTasks(parentPort, TASKS);
