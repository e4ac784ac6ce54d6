/** A worker that knows tasks that go wrong, too. */
import { parentPort } from "node:worker_threads";
import { answerTasks } from "../../server/work/answering.ts";
import { ODD_TASKS } from "./odd-tasks.ts";

if (parentPort) answerTasks(parentPort, ODD_TASKS);
