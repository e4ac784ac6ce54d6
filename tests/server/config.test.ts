import { describe, expect, test } from "@jest/globals";
import { UsageError } from "../../graph-data/errors.ts";
import { readConfig } from "../../server/config.ts";

test("without anything: loopback, port 4280, no paths", () => {
  const { host, port, paths } = readConfig({}, []);
  expect({ host, port, paths }).toEqual({ host: "127.0.0.1", port: 4280, paths: [] });
});

test("the environment says host, port and names; arguments are paths", () => {
  const environment = { HOST: "0.0.0.0", PORT: "80", HOST_NAMES: "a.example, b.example" };
  const config = readConfig(environment, ["one", "two/x.json"]);
  expect(config).toMatchObject({ host: "0.0.0.0", port: 80, paths: ["one", "two/x.json"] });
  expect(config.hostNames).toEqual(["0.0.0.0", "a.example", "b.example"]);
});

test("a log collector gets requests, a person at a terminal only what is wrong", () => {
  expect(readConfig({}, [], false).logLevel).toBe("info");
  expect(readConfig({}, [], true).logLevel).toBe("warn");
  expect(readConfig({ LOG_LEVEL: "debug" }, [], true).logLevel).toBe("debug");
});

describe("a port is a whole number from 0 to 65535", () => {
  test.each(["0", "1", "65535", " 8080 "])("%j is one", (port) => {
    expect(readConfig({ PORT: port }, []).port).toBe(Number(port));
  });
  test.each(["65536", "-1", "1e3", "0x50", "80a", "4280.0", "99999999"])("%j is none", (port) => {
    expect(() => readConfig({ PORT: port }, [])).toThrow(UsageError);
  });
});

test("all that is wrong is told together, with the name of each", () => {
  try {
    readConfig({ PORT: "x", LOG_LEVEL: "loud" }, [""]);
    throw new Error("it was accepted");
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    const { problems } = error as UsageError;
    expect(problems.map(({ path }) => path)).toEqual(["path", "PORT", "LOG_LEVEL"]);
  }
});
