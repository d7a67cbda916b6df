/** How a scenario says what happens by and by: at a time, or when something has come to be. */
import { z } from 'zod';
import { parseDuration } from '../kernel/time.ts';
import { sizeShape } from './size.ts';

const text = z.string().min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const path = text.describe('inventory path of an object, or its id');

/** Words of which exactly one stands. */
const one = (words: readonly string[]) => ({
  fits: (said: object) => words.filter((word) => Object.hasOwn(said, word)).length === 1,
  message: `needs one of ${words.join(', ')}`,
});

const TESTS = one(['equals', 'not', 'above', 'below', 'exists']);
const CHANGES = one(['power', 'name', 'maintenance', 'call']);
/** These go together: one reconfiguration makes them. */
const CONFIGURES = ['memory', 'cpus', 'annotation'];
const CHANGE_WORDS = 'needs one of power, name, maintenance, call, or of memory, cpus and annotation';
const HAPPENINGS = one(['event', 'change', 'world', 'fault', 'clear']);

const when = z
  .strictObject({
    path,
    property: text.optional().describe('property path such as runtime.powerState'),
    equals: scalar.optional().describe('of an object that the property names, its name'),
    not: scalar.optional(),
    above: z.number().optional().describe('of a list, its length'),
    below: z.number().optional(),
    exists: z.boolean().optional().describe('whether an object stands at the path, or the property is set'),
  })
  .refine(TESTS.fits, TESTS.message)
  .refine(({ property, exists }) => property !== undefined || exists !== undefined, 'needs a property');

const event = z.strictObject({
  type: text.default('EventEx').describe('type of the event, such as VmDisconnectedEvent'),
  on: path.optional().describe('the object it is about'),
  id: text.optional().describe('eventTypeId of an EventEx, such as com.example.fire'),
  message: z.string().optional().describe('of an EventEx its text'),
  severity: z.enum(['info', 'warning', 'error', 'user']).optional(),
  properties: z.record(text, z.unknown()).optional().describe('more of it, by the names of the API'),
});

const change = z
  .strictObject({
    path,
    power: z.enum(['on', 'off', 'reset', 'suspended']).optional(),
    name: text.optional(),
    memory: sizeShape.optional(),
    cpus: z.int().min(1).max(768).optional(),
    annotation: z.string().optional(),
    maintenance: z.boolean().optional().describe('of a host'),
    call: text.optional().describe('any method of the object, such as ReconfigVM_Task'),
    with: z
      .record(text, z.unknown())
      .optional()
      .describe('its arguments, by the names of the API; { at: PATH } stands for a reference'),
  })
  .refine((said) => CHANGES.fits(said) !== CONFIGURES.some((word) => Object.hasOwn(said, word)), CHANGE_WORDS)
  .refine(({ call, with: given }) => call !== undefined || given === undefined, 'with goes with call only');

export const entryShape = z
  .strictObject({
    at: text
      .refine((d) => parseDuration(d) >= 0, 'expected a duration such as 30s')
      .optional()
      .describe('how long after the start, on the clock'),
    when: when.optional().describe('once this holds, first looked at when the simulator starts'),
    event: event.optional(),
    change: change.optional().describe('done as the administrator would'),
    // Both are checked by the room of rules.
    world: z.unknown().optional(),
    fault: z.unknown().optional(),
    clear: text.optional().describe('id of a rule that ends'),
  })
  .refine(({ at, when: w }) => (at === undefined) !== (w === undefined), 'needs either at or when')
  .refine(HAPPENINGS.fits, HAPPENINGS.message);

export type Entry = z.infer<typeof entryShape>;
export type When = z.infer<typeof when>;
export type EventSaid = z.infer<typeof event>;
export type ChangeSaid = z.infer<typeof change>;
