/** A vCenter on a clock that a test moves, and the alarms it is asked for. */
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

export const off = { _typeName: 'StateAlarmExpression', operator: 'isEqual', type: 'VirtualMachine' };

/** Red when a VM is off, yellow when it is suspended. */
export const POWER = { ...off, statePath: 'runtime.powerState', red: 'poweredOff', yellow: 'suspended' };

export function spec(name: string, expression: object, more: object = {}): Answer {
  return {
    name,
    description: '',
    enabled: true,
    expression,
    actionFrequency: 0,
    setting: { toleranceRange: 0, reportingFrequency: 0 },
    ...more,
  };
}

export function action(does: object, ...transitions: readonly (readonly [string, string])[]): object {
  return {
    _typeName: 'AlarmTriggeringAction',
    action: does,
    transitionSpecs: transitions.map(([startState, finalState]) => ({ startState, finalState, repeats: false })),
    green2yellow: false,
    yellow2red: false,
    red2yellow: false,
    yellow2green: false,
  };
}

export class AlarmScene extends Endpoint {
  static override async open(options: object = {}): Promise<AlarmScene> {
    const ep = await Endpoint.open({ clock: { kind: 'manual' }, ...options });
    return new AlarmScene(ep.sim, ep.client);
  }

  get alarms(): Ref {
    return this.manager('alarmManager');
  }

  /** Defines an alarm at a path; the root when it is left out. */
  async define(given: object, path?: string): Promise<Ref> {
    const entity = path === undefined ? this.client.content.rootFolder : await this.at(path);
    return this.call(this.alarms, 'CreateAlarm', { entity, spec: given });
  }

  /** The status of an alarm on an entity, as the entity tells it. */
  async status(alarm: Ref, entity: Ref): Promise<string | undefined> {
    const states: Answer[] = await this.read(entity, 'declaredAlarmState');
    return states.find((state) => state.alarm.value === alarm.value)?.overallStatus;
  }

  /** Alarms an entity tells of as triggered: `alarm name on entity`. */
  async triggered(entity: Ref): Promise<string[]> {
    const states: Answer[] = (await this.read(entity, 'triggeredAlarmState')) ?? [];
    return Promise.all(
      states.map(async (s) => `${await this.read(s.alarm, 'info.name')} on ${await this.read(s.entity, 'name')}`),
    );
  }

  /** The newest event of a type. */
  async last(type: string): Promise<Answer> {
    const filter = { eventTypeId: [type] };
    return ((await this.call(this.manager('eventManager'), 'QueryEvents', { filter })) ?? []).at(-1);
  }
}
