/**
 * Jest's environment for Node, but with globals that the engine looks up itself. Jest keeps them behind a proxy, which is
 * asked for each `Math` and each `Object` that a test or the code it tests names: loops of numbers take four times as long.
 */
import vm from "node:vm";
import NodeEnvironment from "jest-environment-node";

const { createContext } = vm;

export default class PlainEnvironment extends NodeEnvironment {
  constructor(...given) {
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }
}
