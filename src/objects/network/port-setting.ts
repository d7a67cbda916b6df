/** How ports of a distributed switch behave unless said: VMwareDVSPortSetting. */
import type { DVPortSetting, VMwareDVSPortSetting } from '../../vim25/generated/index.ts';

const no = Object.freeze({ inherited: false, value: false });
const yes = Object.freeze({ inherited: false, value: true });
const shaping = Object.freeze({
  inherited: false,
  enabled: no,
  averageBandwidth: Object.freeze({ inherited: false, value: 100_000_000 }),
  peakBandwidth: Object.freeze({ inherited: false, value: 100_000_000 }),
  burstSize: Object.freeze({ inherited: false, value: 104_857_600 }),
});

export interface PortDefaults {
  readonly uplinks: readonly string[];
  /** The VLAN of access ports; uplink ports carry all. */
  readonly vlan: number | 'trunk';
}

/** The setting of a fresh switch or port group. */
export function portSetting({ uplinks, vlan }: PortDefaults): VMwareDVSPortSetting {
  return {
    _typeName: 'VMwareDVSPortSetting',
    blocked: no,
    vmDirectPathGen2Allowed: no,
    inShapingPolicy: shaping,
    outShapingPolicy: shaping,
    vendorSpecificConfig: { inherited: false, keyValue: [] },
    networkResourcePoolKey: { inherited: false, value: '-1' },
    filterPolicy: { inherited: false, filterConfig: [] },
    vlan: vlan === 'trunk' ? trunk() : vlanId(vlan),
    qosTag: { inherited: false, value: -1 },
    uplinkTeamingPolicy: teaming(uplinks),
    securityPolicy: { inherited: false, allowPromiscuous: no, macChanges: no, forgedTransmits: no },
    ipfixEnabled: no,
    txUplink: no,
    lacpPolicy: { inherited: false, enable: no, mode: { inherited: false, value: 'passive' } },
    macManagementPolicy: {
      inherited: false,
      allowPromiscuous: false,
      macChanges: false,
      forgedTransmits: false,
      macLearningPolicy: {
        inherited: false,
        enabled: false,
        allowUnicastFlooding: true,
        limit: 4096,
        limitPolicy: 'DROP',
      },
    },
  };
}

function vlanId(id: number): NonNullable<VMwareDVSPortSetting['vlan']> {
  const made = { _typeName: 'VmwareDistributedVirtualSwitchVlanIdSpec', inherited: false, vlanId: id };
  return made;
}

function trunk(): NonNullable<VMwareDVSPortSetting['vlan']> {
  const made = {
    _typeName: 'VmwareDistributedVirtualSwitchTrunkVlanSpec',
    inherited: false,
    vlanId: [{ start: 0, end: 4094 }],
  };
  return made;
}

function teaming(uplinks: readonly string[]): NonNullable<VMwareDVSPortSetting['uplinkTeamingPolicy']> {
  return {
    inherited: false,
    policy: { inherited: false, value: 'loadbalance_srcid' },
    reversePolicy: yes,
    notifySwitches: yes,
    rollingOrder: no,
    failureCriteria: {
      inherited: false,
      checkSpeed: { inherited: false, value: 'minimum' },
      speed: { inherited: false, value: 10 },
      checkDuplex: no,
      fullDuplex: no,
      checkErrorPercent: no,
      percentage: { inherited: false, value: 0 },
      checkBeacon: no,
    },
    uplinkPortOrder: { inherited: false, activeUplinkPort: [...uplinks], standbyUplinkPort: [] },
  };
}

/** Puts what a spec says over a setting: what is left out, or inherited, stays. */
export function settingOver(before: DVPortSetting, said: DVPortSetting | undefined): DVPortSetting {
  if (!said) return before;
  const kept = Object.entries(said).filter(
    ([, v]) => v !== undefined && (v as { inherited?: boolean }).inherited !== true,
  );
  return Object.freeze({ ...before, ...Object.fromEntries(kept), _typeName: before._typeName });
}
