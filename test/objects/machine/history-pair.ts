/** Where histories of machines that run twice play. */
import type { Ref } from '../../../src/client/index.ts';
import type { Answer } from '../endpoint.ts';
import type { Told } from './history-chronicle.ts';
import type { Stage } from './history-stage.ts';

/** HA in the cluster, and hosts that carry what pairs tell each other. */
export async function ready({ ep, host }: Stage): Promise<void> {
  const cluster = await ep.at('DC0/host/DC0_C0');
  const spec = { _typeName: 'ClusterConfigSpecEx', dasConfig: { enabled: true, admissionControlEnabled: false } };
  await ep.run(cluster, 'ReconfigureComputeResource_Task', { spec, modify: true });
  for (const name of ['DC0_C0_H0', 'DC0_C0_H1']) {
    const nics: Ref = await ep.read(await host(name), 'configManager.virtualNicManager');
    await ep.call(nics, 'SelectVnicForNicType', { nicType: 'faultToleranceLogging', device: 'vmk0' });
  }
}

export async function paired(stage: Stage, vm: Ref = stage.db): Promise<Answer> {
  await ready(stage);
  await stage.ep.run(vm, 'CreateSecondaryVM_Task');
  return stage.ep.sim.clock.advance(0);
}

export async function secondary({ ep }: Stage, vm: Ref): Promise<Ref> {
  return (await ep.read(vm, 'config.ftInfo')).secondaries[0];
}

export const BY = { by: 'the system' };

/** A machine on a host of the cluster. */
export function at(vm: string, host: string): string {
  return `${vm} on DC0_C0_${host} of DC0_C0 in DC0`;
}

export function state(vm: string, host: string, oldState: string, newState: string, by: object = {}): Told {
  const sentence = `Fault Tolerance state of ${vm} on DC0_C0_${host} in DC0 changed from ${oldState} to ${newState}`;
  return ['VmFaultToleranceStateChangedEvent', at(vm, host), sentence, { ...by, oldState, newState }];
}

/** The alarm on how pairs stand, which does something when it turns red. */
export function alarmed(vm: string, host: string, from: string, to: string): Told[] {
  const alarm = 'Virtual Machine Fault Tolerance state changed';
  const about = { alarm, by: 'the system', entity: vm };
  const word = (status: string) => status.charAt(0).toUpperCase() + status.slice(1);
  const turned = `Alarm '${alarm}' on ${vm} changed from ${word(from)} to ${word(to)}`;
  const acted: Told[] = [
    [
      'AlarmActionTriggeredEvent',
      at(vm, host),
      `Alarm '${alarm}' on ${vm} triggered an action`,
      { ...about, source: 'Datacenters' },
    ],
    ['AlarmSnmpCompletedEvent', at(vm, host), `An SNMP trap for alarm '${alarm}' on ${vm} was sent`, about],
  ];
  const told: Told = ['AlarmStatusChangedEvent', at(vm, host), turned, { ...about, from, source: 'Datacenters', to }];
  return to === 'red' ? [told, ...acted] : [told];
}

/** `config.ftInfo` of the machine that leads its pair, or of the one that is led; the other being `other`. */
export function group(vm: string, other: string, role: number, instanceUuids: readonly string[]): Answer {
  const paths = [`[LocalDS_0] ${vm}/${vm}.vmx`, `[LocalDS_0] ${vm}_1/${vm}.vmx`];
  const swapped = role === 2 || !other.includes('twin');
  const configPaths = swapped ? paths.reverse() : paths;
  const pair = role === 1 ? { secondaries: [other] } : { primaryVM: other };
  return { role, instanceUuids, configPaths, orphaned: false, ...pair };
}
