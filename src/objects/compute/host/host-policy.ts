/** How a standard switch treats frames: ESXi's own rules, with those of the switch and of the port group put over them. */
import type { HostNetworkPolicy } from '../../../vim25/generated/index.ts';

const OWN: HostNetworkPolicy = Object.freeze({
  security: { allowPromiscuous: false, macChanges: false, forgedTransmits: false },
  offloadPolicy: { csumOffload: true, tcpSegmentation: true, zeroCopyXmit: true },
  shapingPolicy: { enabled: false },
});

/** What a port group shows that says nothing itself. */
const UNSAID: HostNetworkPolicy = Object.freeze({
  security: {},
  nicTeaming: { failureCriteria: {} },
  offloadPolicy: {},
  shapingPolicy: {},
});

/** The policy of a switch with those cards. */
export function switchPolicy(nics: readonly string[], given: HostNetworkPolicy | undefined): HostNetworkPolicy {
  return policyOver({ ...OWN, nicTeaming: teaming(nics) }, given);
}

/** The policy of a port group as it was told. */
export function groupPolicy(given: HostNetworkPolicy | undefined): HostNetworkPolicy {
  return policyOver(UNSAID, given);
}

/** Puts a policy over another, part by part. */
export function policyOver(before: HostNetworkPolicy, given: HostNetworkPolicy | undefined): HostNetworkPolicy {
  if (!given) return before;
  return {
    security: { ...before.security, ...given.security },
    nicTeaming: { ...before.nicTeaming, ...given.nicTeaming },
    offloadPolicy: { ...before.offloadPolicy, ...given.offloadPolicy },
    shapingPolicy: { ...before.shapingPolicy, ...given.shapingPolicy },
  };
}

function teaming(nics: readonly string[]): NonNullable<HostNetworkPolicy['nicTeaming']> {
  return {
    policy: 'loadbalance_srcid',
    reversePolicy: true,
    notifySwitches: true,
    rollingOrder: false,
    failureCriteria: {
      checkSpeed: 'minimum',
      speed: 10,
      checkDuplex: false,
      fullDuplex: false,
      checkErrorPercent: false,
      percentage: 0,
      checkBeacon: false,
    },
    nicOrder: { activeNic: [...nics], standbyNic: [] },
  };
}
