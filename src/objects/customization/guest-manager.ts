/** VirtualMachineGuestCustomizationManager: guests customized while they run, as instant clones need it. */
import type { CustomizationSpec } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { Facets } from '../../world/kind.ts';
import type { Step, Verb } from '../../world/tasks.ts';
import type { Call } from '../call.ts';
import { resolve } from '../call.ts';
import { GuestVisit } from '../guest/visit.ts';
import { startNetwork } from '../guest/waking.ts';
import { shortWork } from '../inventory/short-work.ts';
import { type Device, isCard } from '../machine/device/device.ts';
import type { Customizing, Machine } from '../machine/machine.ts';
import { vmKind } from '../machine/virtual-machine.ts';
import { type MethodsOf, verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { outcomeOf } from './outcome.ts';
import { failCustomization, placed } from './steps.ts';

interface Live {
  readonly spec: CustomizationSpec;
}

const NAME = 'vm.GuestCustomizationManager.customize';
const ABORT = 'vm.GuestCustomizationManager.abortCustomization';
const NETWORK = 'vm.GuestCustomizationManager.startNetwork';

function machineOf({ site, request }: Step<Site, never>): Cell<Machine> {
  return resolve(site, vmKind, request.target);
}

const customizeGuest = verb<Live>({
  name: NAME,
  descriptionId: NAME,
  steps: {
    begin(step) {
      const { site, args } = step;
      const vm = machineOf(step as never);
      const { customizing } = vm.state;
      if (customizing && customizing.endTime === undefined) throw new VimFault('CustomizationPending');
      const { numbers } = site.world;
      const { identity, customized } = outcomeOf(site, vm.state, args.spec, () => numbers.next('#computerName'));
      const live: Customizing = Object.freeze({
        package: `live-${numbers.next('#customization')}`,
        identity,
        phase: 'running',
        outcome: customized,
        startTime: site.clock.now(),
        live: true,
      });
      site.world.update(vm, { customizing: live });
      return { next: 'finish', after: site.latency.duration(NAME), state: live.package };
    },
    /** Whoever aborts it, or switches the machine off, leaves it nothing to finish. */
    finish(step) {
      const { site, state } = step;
      const vm = machineOf(step as never);
      const { customizing, power } = vm.state;
      if (customizing?.package !== state || customizing?.phase !== 'running') throw new VimFault('CustomizationFault');
      if (power.state !== 'poweredOn') {
        throw new VimFault('InvalidPowerState', { requestedState: 'poweredOn', existingState: power.state });
      }
      const customized = placed(vm.state, customizing);
      const done: Customizing = Object.freeze({ ...customizing, phase: 'succeeded', endTime: site.clock.now() });
      site.world.update(vm, { customized, customizing: done });
      return { done: true };
    },
  },
  failed(step, fault) {
    const vm = step.site.world.as(vmKind, step.request.target.value);
    const { customizing } = vm?.state ?? {};
    if (!vm || customizing?.phase !== 'running' || customizing.package !== step.state) return;
    const failed = { ...customizing, phase: 'failed', endTime: step.site.clock.now(), error: fault.message } as const;
    step.site.world.update(vm, { customizing: Object.freeze(failed) });
  },
});

const abort = verb<object>({
  name: ABORT,
  descriptionId: ABORT,
  // It is there to end what holds the machine.
  exclusive: false,
  steps: {
    begin(step) {
      const { site } = step;
      const vm = machineOf(step as never);
      const { customizing } = vm.state;
      if (customizing?.phase === 'running') {
        const failure = { event: 'CustomizationFailed', reason: 'the customization was aborted' };
        failCustomization(site, vm, customizing, failure);
      }
      return { done: true };
    },
  },
});

/** Cards of an instant clone are pulled out until its guest knows who it is; then they are plugged in and used. */
const network = shortWork<Machine>({
  name: NETWORK,
  kind: vmKind,
  guard(vm) {
    const { customizing, power } = vm.state;
    if (power.state !== 'poweredOn') {
      throw new VimFault('InvalidPowerState', { requestedState: 'poweredOn', existingState: power.state });
    }
    if (customizing?.phase === 'running') throw new VimFault('CustomizationPending');
  },
  change(vm, { site }) {
    const plug = (d: Device): Device =>
      isCard(d) && d.connectable?.connected === false
        ? Object.freeze({ ...d, connectable: Object.freeze({ ...d.connectable, connected: true, status: 'ok' }) })
        : d;
    const devices = vm.state.devices.map(plug);
    if (devices.some((d, i) => d !== vm.state.devices[i])) site.world.update(vm, { devices: Object.freeze(devices) });
    startNetwork(site, vm);
  },
});

/** Only an administrator of the guest may do any of these. */
function admit(call: Call, vm: Ref, auth: object): Cell<Machine> {
  const visit = new GuestVisit(call, vm, auth);
  if (!visit.login.admin) throw new VimFault('GuestPermissionDenied');
  return visit.vm;
}

export const guestCustomizationMethods: MethodsOf<'VirtualMachineGuestCustomizationManager', Facets> = {
  CustomizeGuest_Task: (call, _self, { vm, auth, spec }) =>
    call.startTask(NAME, admit(call, vm, auth) as never, { spec }),
  StartGuestNetwork_Task: (call, _self, { vm, auth }) => call.startTask(NETWORK, admit(call, vm, auth) as never),
  AbortCustomization_Task: (call, _self, { vm, auth }) => call.startTask(ABORT, admit(call, vm, auth) as never),
};

export const guestCustomizationVerbs: readonly Verb<Site, never>[] = [customizeGuest, abort, network];
