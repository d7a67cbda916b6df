/** How a rule is written: one line per word. */
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
  },
};

const limits: ObjectShape = {
  kind: 'object',
  about: 'when the rule is done',
  fields: { times: count('after so many hits'), until: duration('so long after it was armed') },
};

const soap: ObjectShape = { kind: 'object', fields: { ...detail, phase }, required: ['fault'], about: 'a SOAP fault' };

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

const transport: ObjectShape = {
  kind: 'object',
  about: 'what happens to the bytes of the answer',
  oneOf: ['reset', 'empty', 'truncate', 'status', 'delay'],
  fields: {
    reset: { kind: 'yes', about: 'the connection is reset' },
    empty: { kind: 'yes', about: 'the connection is closed without an answer' },
    truncate: {
      kind: 'number',
      whole: true,
      min: 0,
      about: 'so many bytes of the body go out, then the connection closes',
    },
    status: { kind: 'number', whole: true, min: 200, max: 599, about: 'this HTTP status instead' },
    body: text('body that goes with status'),
    delay: duration('the answer waits so long, in real time'),
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
