/** What a ConfigOption says of each type of backing. */
import type { VirtualDeviceBackingOption } from '../../../vim25/generated/index.ts';
import { bool, choice } from './option-values.ts';

/** Backings whose option is not called after them. */
const NAMES: { readonly [backing: string]: string } = {
  VirtualEthernetCardDistributedVirtualPortBackingInfo: 'VirtualEthernetCardDVPortBackingOption',
  VirtualNVDIMMBackingInfo: 'VirtualDeviceFileBackingOption',
  VirtualPointingDeviceDeviceBackingInfo: 'VirtualPointingDeviceBackingOption',
};

const FILES: { readonly [backing: string]: readonly string[] } = {
  VirtualCdromIsoBackingInfo: ['iso'],
  VirtualFloppyImageBackingInfo: ['flp', 'img'],
};

const DISK_MODES = ['persistent', 'independent_persistent', 'independent_nonpersistent'] as const;

export function backingOption(backing: string): VirtualDeviceBackingOption {
  const option = {
    _typeName: NAMES[backing] ?? backing.replace(/Info$/, 'Option'),
    type: backing,
    ...(/Device|Atapi|Passthrough|Network|USB/.test(backing) && !/Vmiop|Dvx|Opaque|Port(File|Pipe|URI)/.test(backing)
      ? { autoDetectAvailable: bool(true) }
      : {}),
    ...(FILES[backing] && { fileNameExtensions: choice(...FILES[backing]) }),
    ...SPECIAL[backing],
  };
  return option as unknown as VirtualDeviceBackingOption;
}

const disk = {
  fileNameExtensions: choice('vmdk'),
  diskMode: choice(...DISK_MODES),
  split: bool(false),
  writeThrough: bool(false),
  growable: true,
  hotGrowable: true,
  uuid: true,
};

const SPECIAL: { readonly [backing: string]: object } = {
  VirtualCdromPassthroughBackingInfo: { exclusive: bool(false) },
  VirtualCdromRemotePassthroughBackingInfo: { exclusive: bool(false) },
  VirtualDiskFlatVer2BackingInfo: {
    ...disk,
    thinProvisioned: bool(true, true),
    eagerlyScrub: bool(true),
    deltaDiskFormat: choice('redoLogFormat', 'seSparseFormat', 'nativeFormat'),
    deltaDiskFormatsSupported: [
      { datastoreType: 'VmfsDatastoreInfo', deltaDiskFormat: choice('redoLogFormat', 'seSparseFormat') },
      { datastoreType: 'NasDatastoreInfo', deltaDiskFormat: choice('redoLogFormat', 'nativeFormat') },
    ],
  },
  VirtualDiskSeSparseBackingInfo: {
    ...disk,
    deltaDiskFormatsSupported: [{ datastoreType: 'VmfsDatastoreInfo', deltaDiskFormat: choice('seSparseFormat') }],
  },
  VirtualDiskSparseVer2BackingInfo: disk,
  VirtualDiskLocalPMemBackingInfo: disk,
  VirtualDiskRawDiskMappingVer1BackingInfo: {
    autoDetectAvailable: bool(false),
    descriptorFileNameExtensions: choice('vmdk'),
    compatibilityMode: choice('virtualMode', 'physicalMode'),
    diskMode: choice(...DISK_MODES),
    uuid: true,
  },
  VirtualSerialPortPipeBackingInfo: { endpoint: choice('client', 'server'), noRxLoss: bool(true) },
  VirtualSerialPortURIBackingInfo: { directions: choice('server', 'client') },
  VirtualPointingDeviceDeviceBackingInfo: { hostPointingDevice: choice('autodetect') },
  VirtualPCIPassthroughVmiopBackingInfo: { vgpu: { defaultValue: '' }, maxInstances: 4 },
  VirtualPrecisionClockSystemClockBackingInfo: { protocol: choice('ptp', 'ntp') },
};
