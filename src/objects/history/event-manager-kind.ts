/** The EventManager's state, and what it tells about the kinds of events there are. */
import type { EnumDescription, EventDescription, EventDescriptionEventDetail } from '../../vim25/generated/index.ts';
import type { Schema } from '../../vim25/schema.ts';
import type { LoggedEvent } from '../../world/events.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { labelOf, wordsOf } from './event-message.ts';
import { MAX_COLLECTORS } from './history-collector.ts';

export interface EventManagerFacets {
  readonly latest: LoggedEvent | undefined;
}

export const eventManagerKind: KindSpec<EventManagerFacets> = defineKind<EventManagerFacets>({
  type: 'EventManager',
  properties: {
    description: { reads: [], value: (_, self) => describeEvents(self.world.model.schema) },
    latestEvent: { reads: ['latest'], value: (s) => s.latest },
    maxCollector: { reads: [], value: () => MAX_COLLECTORS },
  },
});

const CATEGORIES = [
  ['info', 'Information'],
  ['warning', 'Warning'],
  ['error', 'Error'],
  ['user', 'User'],
] as const;

function describeEvents(schema: Schema): EventDescription {
  const types = schema.dataNames.filter((name) => name !== 'Event' && schema.isData(name, 'Event'));
  return {
    category: CATEGORIES.map(([key, label]) => ({ key, label, summary: label })),
    eventInfo: types.map((type) => describe(schema, type)),
    enumeratedTypes: enumerated(schema),
  };
}

/** Enumerations whose values sentences name by their labels, by their names on the wire: clients look the type up. */
const ENUMERATED = [
  'ManagedEntityStatus',
  'VirtualMachinePowerState',
  'HostSystemConnectionState',
  'TaskInfoState',
] as const;

function enumerated(schema: Schema): EnumDescription[] {
  return ENUMERATED.map((key) => ({
    key,
    tags: [...schema.enum(key)!.values.keys()].map((value) => ({
      key: value,
      label: labelOf(value),
      summary: labelOf(value),
    })),
  }));
}

/** The sentence, and shorter ones for a reader who already looks at the VM, host or datacenter it is about. */
function describe(schema: Schema, key: string): EventDescriptionEventDetail {
  const [category, description, sentence] = wordsOf(schema, key);
  const inDatacenter = sentence.replaceAll(' in {datacenter.name}', '');
  const onHost = inDatacenter.replaceAll(' on {host.name}', '');
  return {
    key,
    description,
    category,
    formatOnDatacenter: inDatacenter,
    formatOnComputeResource: inDatacenter,
    formatOnHost: onHost,
    formatOnVm: onHost.replace(/^\{vm\.name\}/, 'Virtual machine').replaceAll('{vm.name}', 'virtual machine'),
    fullFormat: sentence,
  };
}
