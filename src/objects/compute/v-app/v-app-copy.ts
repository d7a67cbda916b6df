/** The spec by which one machine of a vApp is cloned into the copy of the vApp. */
import type {
  VAppCloneSpec,
  VAppCloneSpecResourceMap,
  VirtualMachineCloneSpec,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import { type Device, isCard, networkOf } from '../../machine/device/device.ts';
import type { Machine } from '../../machine/machine.ts';
import { propertyKey, withValue } from '../../machine/v-app/v-app-config-property.ts';
import type { VAppSettings } from './v-app.ts';

const TRANSFORM: { readonly [provisioning: string]: 'sparse' | 'flat' | undefined } = { thin: 'sparse', thick: 'flat' };

/** What is said of one part of the source. */
export function mappingOf(spec: VAppCloneSpec, source: Cell): VAppCloneSpecResourceMap | undefined {
  return spec.resourceMapping?.find((m) => m.source.value === source.id);
}

export function machineCloneSpec(spec: VAppCloneSpec, vm: Cell<Machine>, pool: Ref): VirtualMachineCloneSpec {
  const mapping = mappingOf(spec, vm as unknown as Cell);
  const { cpuAllocation, memoryAllocation } = mapping?.resourceSpec ?? {};
  const deviceChange = plugged(spec, vm);
  return {
    location: {
      datastore: mapping?.location ?? spec.location,
      pool: (mapping?.parent ?? pool) as Ref<'ResourcePool'>,
      ...(spec.host && { host: spec.host }),
      ...(TRANSFORM[spec.provisioning ?? ''] && { transform: TRANSFORM[spec.provisioning!] }),
    },
    config: {
      ...(cpuAllocation && { cpuAllocation }),
      ...(memoryAllocation && { memoryAllocation }),
      ...(deviceChange.length > 0 && { deviceChange }),
    },
    powerOn: false,
    template: false,
  } as VirtualMachineCloneSpec;
}

/** Changes that plug cards into the networks that stand for those they are plugged into. */
function plugged(spec: VAppCloneSpec, vm: Cell<Machine>): object[] {
  const mapped = new Map((spec.networkMapping ?? []).map((m) => [m.source.value, m.destination]));
  return vm.state.devices.filter(isCard).flatMap((card) => {
    const destination = vm.world.find(mapped.get(networkOf(card) ?? '')?.value ?? '');
    return destination ? [{ operation: 'edit', device: replugged(card, destination) }] : [];
  });
}

function replugged({ _typeName, key }: Device, network: Cell): object {
  return { _typeName, key, backing: backingOn(network) };
}

function backingOn(network: Cell): object {
  if (network.is('DistributedVirtualPortgroup')) {
    const config = network.get('config') as { readonly distributedVirtualSwitch?: Ref } | undefined;
    const dvs = network.world.find(config?.distributedVirtualSwitch?.value ?? '');
    const port = { switchUuid: dvs?.get('uuid') ?? '', portgroupKey: network.get('key') };
    return { _typeName: 'VirtualEthernetCardDistributedVirtualPortBackingInfo', port };
  }
  if (network.is('OpaqueNetwork')) {
    const { opaqueNetworkId, opaqueNetworkType } = network.get('summary') as Readonly<Record<string, unknown>>;
    return { _typeName: 'VirtualEthernetCardOpaqueNetworkBackingInfo', opaqueNetworkId, opaqueNetworkType };
  }
  const deviceName = network.get('name');
  return { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName, network: network.ref };
}

/** The source's settings with the values that whoever copies it gives. What is said of children comes when they are there. */
export function copiedSettings(spec: VAppCloneSpec, source: VAppSettings | undefined): VAppSettings {
  const { entityConfig: _children, ...settings } = source ?? {};
  const values = new Map((spec.property ?? []).map(({ key, value }) => [key, value]));
  const property = settings.property?.map((p) => {
    const value = values.get(propertyKey(p));
    values.delete(propertyKey(p));
    return value === undefined ? p : withValue(p, value);
  });
  if (values.size > 0) throw invalidArgument('spec.property');
  return Object.freeze({ ...settings, property: property && Object.freeze(property) });
}
