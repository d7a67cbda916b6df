/** VMware Tools in every machine of a simulator: no call of the API installs them. */
import { vmKind } from '../../src/objects/machine/virtual-machine.ts';
import type { Site } from '../../src/objects/site.ts';

/** For `startSimulator({ furnish })`. Machines answer at 10.1.0.1, 10.1.0.2, ... as `guest1`, `guest2`, ... */
export function withTools({ world }: Site): void {
  world.turn(() => {
    [...world.every(vmKind)].forEach((vm, i) => {
      const running = vm.state.power.state === 'poweredOn';
      const guest = { toolsVersion: '12352', running, hostName: `guest${i + 1}`, ipAddress: `10.1.0.${i + 1}` };
      world.update(vm, { guest: Object.freeze(guest) });
    });
  });
}
