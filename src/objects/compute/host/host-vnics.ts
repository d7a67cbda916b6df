/** Which VMkernel cards carry which kind of traffic. */
import type { HostVirtualNicManagerInfo, VirtualNicManagerNetConfig } from '../../../vim25/generated/index.ts';
import type { Host } from './host.ts';
import { vmkNics } from './host-network.ts';

export const READS_VNICS = ['identity', 'vmkNics'] as const;

export const TRAFFIC: readonly string[] = Object.freeze([
  'faultToleranceLogging',
  'management',
  'nvmeRdma',
  'nvmeTcp',
  'ptp',
  'vSphereBackupNFC',
  'vSphereProvisioning',
  'vSphereReplication',
  'vSphereReplicationNFC',
  'vmotion',
  'vsan',
  'vsanWitness',
]);

export function nicConfig(s: Host, nicType: string): VirtualNicManagerNetConfig {
  const key = (device: string) => `${nicType}.key-vim.host.VirtualNic-${device}`;
  return {
    nicType,
    multiSelectAllowed: true,
    candidateVnic: vmkNics(s).map((nic) => ({ ...nic, key: key(nic.device) })),
    selectedVnic: s.vmkNics.filter((nic) => nic.traffic.includes(nicType)).map((nic) => key(nic.device)),
  };
}

export function nicManagerInfo(s: Host): HostVirtualNicManagerInfo {
  return { netConfig: TRAFFIC.map((nicType) => nicConfig(s, nicType)) };
}
