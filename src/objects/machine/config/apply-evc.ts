/** ApplyEvcModeVM_Task: holds a machine to the features its masks leave, from its next start on. */
import type { HostFeatureMask } from '../../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { optionsFor } from '../../compute/evc/machine-evc.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Machine } from '../machine.ts';
import { guardReachable } from '../standing.ts';
import { vmKind } from '../virtual-machine.ts';
import { guardPower, tell, touched, type Work } from '../work.ts';
import { optionsAfter } from './config-options.ts';
import { hardwareNumber } from './hardware-version.ts';

interface EvcMasks {
  readonly mask?: readonly HostFeatureMask[] | undefined;
  readonly completeMasks?: boolean | undefined;
}

/** The first version that knows masks of its own. */
const FIRST = 14;

const applyEvc = shortWork<Machine, EvcMasks>({
  name: 'VirtualMachine.applyEvcMode',
  kind: vmKind,
  guard(vm, { args: { mask = [] } }) {
    guardReachable(vm);
    guardPower(vm, 'poweredOff', 'poweredOff');
    if (vm.state.config.template || hardwareNumber(vm.state.config.version) < FIRST) throw new VimFault('NotSupported');
    const wrong = mask.findIndex(({ key, value }) => !/^\w[\w.]*$/.test(key) || !/^(Val|Min|Max):\d+$/.test(value));
    if (wrong >= 0) throw invalidArgument(`mask[${wrong}]`);
  },
  change(vm, step) {
    const { mask = [], completeMasks = true } = step.args;
    const { config } = vm.state;
    const extraConfig = optionsFor(config.extra, mask, completeMasks);
    step.site.world.update(vm, {
      config: Object.freeze({ ...config, extra: optionsAfter(config.extra, extraConfig) }),
      identity: touched(step.site, vm),
    });
    tell(step as Work<never>, vm, 'VmReconfiguredEvent', { configSpec: { extraConfig } });
  },
});

export const evcMethods: MethodsOf<'VirtualMachine', Machine> = {
  ApplyEvcModeVM_Task: (call, self, args) => call.startTask('VirtualMachine.applyEvcMode', self as never, { ...args }),
};

export const evcVerbs: readonly Verb<Site, never>[] = [applyEvc];
