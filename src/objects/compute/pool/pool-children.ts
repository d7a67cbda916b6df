/** Resources of the machines in a pool, set through the pool. */
import { formatTime } from '../../../kernel/time.ts';
import type {
  ResourceConfigSpec,
  VirtualMachineConfigInfo,
  VirtualMachineConfigSpec,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { post } from '../../history/post.ts';
import { cpuReservation, memoryReservation } from '../../machine/config/allocation.ts';
import { allocationChanges } from '../../machine/config/config-changes.ts';
import { configured } from '../../machine/config/config-spec.ts';
import { guardTolerant, mirrorPrimary } from '../../machine/fault-tolerance/mirror.ts';
import { guardPrimary } from '../../machine/fault-tolerance/primaries-only.ts';
import type { Config, Machine } from '../../machine/machine.ts';
import { touched } from '../../machine/work.ts';
import { allocations, freshAllocations } from '../allocation.ts';

const MIB = 2 ** 20;

/** What a pool's parent must have room for. */
export interface Reservations {
  readonly cpu: { readonly reservation: number };
  readonly memory: { readonly reservation: number };
}

export interface ChildChange {
  readonly before: Reservations;
  readonly after: Reservations;
  /** Makes the change, inside a turn. */
  readonly apply: () => void;
}

/** What a spec makes of a machine's allocations. Throws InvalidArgument naming the part, and ConcurrentAccess. */
export function machineChange(call: Call, vm: Cell<Machine>, spec: ResourceConfigSpec, path: string): ChildChange {
  const { site } = call;
  const { identity, config } = vm.state;
  if (spec.changeVersion !== undefined && spec.changeVersion !== formatTime(identity.changed))
    throw new VimFault('ConcurrentAccess');
  allocations(spec, freshAllocations(0), 0, path);
  const { cpuAllocation, memoryAllocation } = spec;
  const after = configured(site, config, { cpuAllocation, memoryAllocation } as VirtualMachineConfigSpec);
  guardPrimary(vm as unknown as Cell);
  guardTolerant(vm, { ...vm.state, config: after });
  return {
    before: taken(vm, config),
    after: taken(vm, after),
    apply() {
      const was = vm.get('config') as VirtualMachineConfigInfo;
      call.world.update(vm, { config: after, identity: touched(site, vm) });
      mirrorPrimary(site, vm);
      const changes = allocationChanges(site, was, vm.get('config') as VirtualMachineConfigInfo);
      if (!changes) return;
      post(
        site,
        call.user,
        'VmResourceReallocatedEvent',
        { configChanges: changes },
        { entity: vm as unknown as Cell },
      );
    },
  };
}

/** Only a machine that runs takes what it reserves. */
function taken(vm: Cell<Machine>, config: Config): Reservations {
  if (vm.state.power.state !== 'poweredOn') return { cpu: { reservation: 0 }, memory: { reservation: 0 } };
  return {
    cpu: { reservation: cpuReservation(config) },
    memory: { reservation: Math.ceil(memoryReservation(config) / MIB) },
  };
}
