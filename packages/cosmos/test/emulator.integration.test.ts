import { Agent } from "node:https";
import { describeWithCosmosEmulator } from "@treadle/testbed/vitest";
import { describeAccount } from "./account-suite.js";

describeWithCosmosEmulator("Microsoft's emulator", (emulator) => {
  describeAccount("executor", { bulk: false, patchConditions: false }, () => {
    const { endpoint, key, caCertificate } = emulator();
    return {
      connection: { endpoint, key, ca: caCertificate },
      key,
      agent: new Agent({ ca: caCertificate }),
    };
  });
});
