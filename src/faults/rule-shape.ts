/** How a rule is written: one line per word. */
import { comparison, conditionShape } from './condition.ts';
import type { TransportInput } from './rule.ts';
import type { ObjectShape, Shape } from './shape.ts';

const duration = (about: string): Shape => ({ kind: 'duration', about });
const text = (about: string): Shape => ({ kind: 'text', about });
const count = (about: string): Shape => ({ kind: 'number', whole: true, min: 1, about });

const phase: Shape = {
  kind: 'text',
  choices: ['before', 'after'],
  about: 'before: no work is done; after: the work was done and the answer suffers',
};

const detail = {
  fault: text('type of the fault, such as NoDiskSpace'),
  properties: { kind: 'object', fields: {}, open: true, about: 'properties of the fault, by the names of the API' },
  message: text("the fault's text; its type's own when left out"),
} as const satisfies Record<string, Shape>;

const match: ObjectShape = {
  kind: 'object',
  about: 'which calls; every part must fit. Texts are globs with * and ?',
  fields: {
    method: text('PowerOnVM_Task, Retrieve*, PUT /folder'),
    type: text('managed type of the object called on'),
    name: text('its name'),
    path: text('its inventory path, or [datastore] path of a file'),
    user: text('user@domain or DOMAIN\\user'),
    opId: text('operation id the client sent'),
    session: count('ordinal of the session'),
    property: {
      kind: 'map',
      of: conditionShape,
      about: 'properties of the object called on, by path, and what they have to be',
    },
  },
};

const when: ObjectShape = {
  kind: 'object',
  about: 'which of the calls that match; all parts must hold',
  fields: {
    nth: count('the call of that number only, from 1'),
    every: count('each call whose number divides by this'),
    after: duration('asleep for so long after it was armed'),
    probability: { kind: 'number', min: 0, max: 1, about: 'dice that follow from the seed' },
    holds: {
      kind: 'object',
      required: ['path'],
      oneOf: Object.keys(comparison),
      fields: {
        path: text('inventory path of an object, or its id'),
        property: text('property path such as runtime.powerState'),
        ...comparison,
      },
      about: 'only while that is so',
    },
  },
};

const limits: ObjectShape = {
  kind: 'object',
  about: 'when the rule is done',
  fields: { times: count('after so many hits'), until: duration('so long after it was armed') },
};

const soap: ObjectShape = {
  kind: 'object',
  oneOf: ['fault', 'empty'],
  fields: { ...detail, empty: { kind: 'yes', about: 'no fault: an answer with nothing in it' }, phase },
  about: 'a SOAP fault',
};

const task: ObjectShape = {
  kind: 'object',
  about: 'what happens to the task the call starts',
  oneOf: ['fail', 'cancel', 'stall', 'slow'],
  fields: {
    fail: { kind: 'object', fields: detail, required: ['fault'], about: 'it ends in this fault' },
    cancel: { kind: 'yes', about: 'it ends as if cancelled' },
    stall: {
      kind: 'either',
      of: [{ kind: 'duration' }, { kind: 'yes' }],
      about: 'it stands still: for ever (true) or for so long',
    },
    slow: duration('it takes so much longer'),
    at: text('where: 40%, or the name of a step; the beginning when left out'),
  },
};

const bytes = (about: string, min = 0): Shape => ({ kind: 'number', whole: true, min, about });
const yes = (about: string): Shape => ({ kind: 'yes', about });

/** Exactly one of them stands in a rule. */
export const TRANSPORT_WORDS = [
  'reset',
  'empty',
  'truncate',
  'badChunk',
  'garbage',
  'stall',
  'dribble',
  'bandwidth',
  'status',
  'redirect',
  'close',
  'alert',
  'delay',
] as const satisfies readonly (keyof TransportInput)[];

const transport: ObjectShape = {
  kind: 'object',
  about: 'what happens to the bytes of the answer',
  oneOf: TRANSPORT_WORDS,
  fields: {
    reset: yes('the connection is reset'),
    empty: yes('the connection is closed without an answer'),
    truncate: bytes('so many bytes of the body go out, then the connection closes'),
    badChunk: yes('the answer comes in chunks, and the size of the second is no number'),
    garbage: {
      kind: 'either',
      of: [{ kind: 'text', choices: ['body'] }, { kind: 'yes' }],
      about: 'noise in place of the answer (true) or of its body (body)',
    },
    stall: {
      kind: 'either',
      of: [{ kind: 'duration' }, { kind: 'yes' }],
      about: 'nothing comes: for ever (true), or the answer stands still for so long of real time',
    },
    dribble: {
      kind: 'object',
      required: ['bytes', 'every'],
      fields: { bytes: bytes('so many at a time', 1), every: duration('so often, in real time') },
      about: 'the body comes in drops',
    },
    bandwidth: { kind: 'size', about: 'so many bytes a second of real time, of what is sent and of what is received' },
    status: { kind: 'number', whole: true, min: 200, max: 599, about: 'this HTTP status instead' },
    redirect: text('the client is sent to that URL, with status 302'),
    close: yes('the connection closes after the answer, which promised to keep it'),
    alert: yes('a fatal TLS alert ends the connection; without TLS it is reset'),
    delay: duration('the answer waits so long, in real time'),
    at: bytes('with stall: so many bytes of the body go out before it'),
    headers: { kind: 'map', of: { kind: 'text' }, about: 'with status and redirect: more headers' },
    body: text('body that goes with status'),
    phase,
  },
};

const world: ObjectShape = {
  kind: 'object',
  about: 'what happens in the world; other words are arguments of the verb',
  required: ['verb'],
  open: true,
  fields: { verb: text('session.expireAll, host.disconnect, ...'), phase },
};

export const ruleShape: ObjectShape = {
  kind: 'object',
  about: 'a fault rule',
  required: ['effect'],
  fields: {
    id: text('names the rule in lists and in the journal'),
    match,
    when,
    effect: {
      kind: 'object',
      oneOf: ['soap', 'task', 'transport', 'world'],
      fields: { soap, task, transport, world },
      about: 'what happens, in one of four layers',
    },
    limits,
  },
};
