/** ExportVm, ExportSnapshot, ExportVApp: what is exported lies still until its files are fetched. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { Step, Verb } from '../../world/tasks.ts';
import { type Call, resolve } from '../call.ts';
import { type VApp, vAppKind } from '../compute/v-app/v-app.ts';
import { childrenOf } from '../compute/v-app/v-app-entities.ts';
import type { SnapshotFacets } from '../machine/snapshot/snapshot.ts';
import { entryOf } from '../machine/snapshot/snapshot.ts';
import { guardReachable } from '../machine/standing.ts';
import { vmKind } from '../machine/virtual-machine.ts';
import { guardPower, type Vm } from '../machine/work.ts';
import { verb } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { leaseKind } from './lease.ts';
import { departuresOf, numbered } from './lease-files.ts';
import { type LeaseArgs, makeReady, markFailed, openLease, watch } from './lease-life.ts';

interface Export extends LeaseArgs {
  /** Id of the snapshot, where one is exported. */
  readonly snapshot?: string | undefined;
}

const MACHINE = 'VirtualMachine.ExportVmLRO';
const SNAPSHOT = 'vm.Snapshot.ExportSnapshotLRO';
const VAPP = 'VirtualApp.ExportVAppLRO';

function start(call: Call, verbName: string, self: Cell, args: Omit<Export, 'lease'> = {}): Ref<'HttpNfcLease'> {
  return call.turn(() => {
    const lease = openLease(call, 'out', self);
    const task = call.startTask(verbName, self, { ...args, lease: lease.id });
    call.world.update(lease, { task: task.value });
    return lease.ref as Ref<'HttpNfcLease'>;
  });
}

export function exportVm(call: Call, self: Vm): Ref<'HttpNfcLease'> {
  guardOff(self);
  return start(call, MACHINE, self as unknown as Cell);
}

export function exportSnapshot(call: Call, self: Cell<SnapshotFacets>): Ref<'HttpNfcLease'> {
  const found = entryOf(self);
  if (!found) throw new VimFault('ManagedObjectNotFound', { obj: self.ref });
  guardReachable(found.vm);
  return start(call, SNAPSHOT, found.vm as unknown as Cell, { snapshot: self.id });
}

export function exportVApp(call: Call, self: Cell<VApp>): Ref<'HttpNfcLease'> {
  const machines = machinesIn(self);
  if (machines.length === 0) throw new VimFault('InvalidState');
  for (const vm of machines) guardOff(vm);
  for (const vm of machines) call.site.tasks.guardFree(vm.ref);
  return start(call, VAPP, self as unknown as Cell);
}

/** A machine that runs writes its disks. */
function guardOff(vm: Vm): void {
  guardReachable(vm);
  guardPower(vm, 'poweredOff', 'poweredOff', 'suspended');
}

function machinesIn(vApp: Cell<VApp>): Vm[] {
  return childrenOf(vApp).flatMap((child) => {
    if (child.is('VirtualMachine')) return [child as unknown as Vm];
    return child.is('VirtualApp') ? machinesIn(child as unknown as Cell<VApp>) : [];
  });
}

const leaseOf = ({ site, args }: Step<Site, Export>) =>
  resolve(site, leaseKind, { type: 'HttpNfcLease', value: args.lease });

function exportVerb(
  name: string,
  ready: (step: Step<Site, Export>) => ReturnType<typeof makeReady>,
): Verb<Site, never> {
  return verb<Export>({
    name,
    descriptionId: name,
    cancelable: true,
    steps: {
      begin: ({ site }) => ({ next: 'open', after: site.latency.duration(name) }),
      open: ready,
      watch,
    },
    failed: ({ site, args }, fault) => markFailed(site, args.lease, fault),
  });
}

export const exportVerbs: readonly Verb<Site, never>[] = [
  exportVerb(MACHINE, (step) => {
    const vm = resolve(step.site, vmKind, step.request.target);
    guardOff(vm);
    return makeReady(step.site, leaseOf(step), vm as unknown as Cell, numbered(departuresOf(vm)));
  }),
  exportVerb(SNAPSHOT, (step) => {
    const vm = resolve(step.site, vmKind, step.request.target);
    guardReachable(vm);
    const files = numbered(departuresOf(vm, step.args.snapshot));
    return makeReady(step.site, leaseOf(step), vm as unknown as Cell, files);
  }),
  exportVerb(VAPP, (step) => {
    const vApp = resolve(step.site, vAppKind, step.request.target);
    const machines = machinesIn(vApp);
    for (const vm of machines) guardOff(vm);
    for (const vm of machines) step.site.tasks.guardFree(vm.ref);
    step.site.world.update(step.task, { holds: machines.map((vm) => vm.id) });
    const files = numbered(machines.flatMap((vm) => departuresOf(vm)));
    return makeReady(step.site, leaseOf(step), vApp as unknown as Cell, files);
  }),
];
