/** The OpenAPI document says what the control API does: every route of it is driven, and answers as the document has it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Simulator, startSimulator } from '../../src/server/start.ts';
import { http, type Reply, Wire } from './wire.ts';

type Json = Record<string, unknown>;

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Json };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Record<string, { readonly schema?: Json }> }>
  >;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

/** A request that shows what an operation does, and the status it is answered with. */
interface Example {
  readonly params?: Record<string, string>;
  readonly query?: string;
  readonly body?: unknown;
  readonly status: number;
}

const RULE = { id: 'a', match: { method: 'PowerOffVM_Task' }, effect: { soap: { fault: 'HostCommunication' } } };
const VM = '/DC0/vm/DC0_H0_VM0';

/** In the order they are driven: an image is taken before it is restored. */
const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  getHealth: [{ status: 200 }],
  getReadiness: [{ status: 200 }],
  getMetrics: [{ status: 200 }],
  getPrivileges: [{ status: 200 }, { query: 'user=*&role=ReadOnly', status: 200 }, { query: 'usr=x', status: 400 }],
  clearPrivileges: [{ status: 204 }],
  listConsoles: [{ status: 200 }],
  getCoverage: [{ status: 200 }],
  getCa: [{ status: 404 }],
  armFaults: [
    { body: RULE, query: 'dryRun', status: 200 },
    { body: RULE, status: 201 },
    { body: [{ ...RULE, id: 'b' }], status: 201 },
    { body: RULE, status: 400 },
    { body: {}, status: 400 },
  ],
  listFaults: [{ status: 200 }],
  getFault: [
    { params: { id: 'a' }, status: 200 },
    { params: { id: 'c' }, status: 404 },
  ],
  removeFault: [
    { params: { id: 'a' }, status: 204 },
    { params: { id: 'a' }, status: 404 },
  ],
  clearFaults: [{ status: 204 }],
  getClock: [{ status: 200 }],
  moveClock: [
    { body: { advance: '30s' }, status: 200 },
    { body: { step: true }, status: 200 },
    { body: { runToIdle: true }, status: 200 },
    { body: { advance: 'soon' }, status: 400 },
  ],
  getJournal: [
    { status: 200 },
    { query: 'method=Log*&outcome=answer&session=0&last=1&since=0', status: 200 },
    { query: 'outcome=perhaps', status: 400 },
    { query: 'since=-1', status: 400 },
    { query: 'methd=Login', status: 400 },
  ],
  getSteadyJournal: [{ query: 'method=Login', status: 200 }],
  followJournal: [],
  getLeaks: [{ status: 200 }],
  clearJournal: [{ status: 204 }],
  getWorld: [
    { query: `at=${VM}&property=runtime.powerState,name`, status: 200 },
    { query: 'type=Datastore&property=summary.freeSpace', status: 200 },
    { query: 'at=/nowhere', status: 404 },
    { query: 'type=Datastor', status: 400 },
    { query: `at=${VM}&property=runtime.pwrState`, status: 400 },
    { query: '', status: 400 },
  ],
  changeWorld: [
    { body: { verb: 'vm.crash', name: 'DC0_H0_VM0' }, status: 200 },
    { body: { call: 'PowerOnVM_Task', at: VM, wait: true }, status: 200 },
    { body: { call: 'Rename_Task', at: VM, args: { newName: 'DC0_H0_VM1' }, wait: true }, status: 409 },
    { body: { call: 'PowerOn', at: VM }, status: 400 },
    { body: { verb: 'vm.krash' }, status: 400 },
    { body: { verb: 'vm.crash', nam: 'x' }, status: 400 },
    { body: {}, status: 400 },
  ],
  listWorldVerbs: [{ status: 200 }],
  saveImage: [
    { params: { name: 'first' }, status: 201 },
    { params: { name: 'x'.repeat(101) }, status: 400 },
  ],
  listImages: [{ status: 200 }],
  restoreImage: [
    { params: { name: 'first' }, status: 204 },
    { params: { name: 'second' }, status: 404 },
  ],
  dropImage: [
    { params: { name: 'first' }, status: 204 },
    { params: { name: 'first' }, status: 404 },
  ],
  getScenario: [{ status: 200 }],
  playScenario: [
    { body: { document: { world: { count: {} } } }, status: 400 },
    { body: { text: 'world: [' }, status: 400 },
    { body: { name: '../package' }, status: 400 },
    { body: { name: 'no-such-scenario' }, status: 400 },
  ],
  dumpState: [{ status: 200 }],
  loadState: [{ body: 'no archive', status: 400 }],
  writeDisk: [
    { params: { vm: 'DC0_H0_VM0', key: '2000' }, query: 'at=512', body: 'bytes', status: 204 },
    { params: { vm: 'DC0_H0_VM9', key: '2000' }, body: 'bytes', status: 400 },
  ],
  readDisk: [
    { params: { vm: 'DC0_H0_VM0', key: '2000' }, query: 'at=510&length=9', status: 200 },
    { params: { vm: 'DC0_H0_VM0', key: 'first' }, status: 400 },
  ],
  reset: [{ status: 204 }, { body: { keep: ['faults'] }, status: 204 }, { body: { keep: ['world'] }, status: 400 }],
};

describe('the document of the control API', () => {
  let sim: Simulator;
  let document: Document;
  beforeAll(async () => {
    sim = await startSimulator({ http: true, clock: { kind: 'manual' }, start: Date.UTC(2024, 0, 1) });
    await new Wire(sim).login();
    document = JSON.parse((await http(`${sim.controlUrl}/openapi.json`)).text) as Document;
  });
  afterAll(async () => {
    expect(sim.unforeseen).toEqual([]);
    await sim.close();
  });

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]) => ({ path, verb, operation })),
    );

  function ask(path: string, verb: string, { params = {}, query, body }: Example): Promise<Reply> {
    const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!));
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    return http(`${sim.controlUrl}${place}${query ? `?${query}` : ''}`, { method: verb.toUpperCase(), ...sent });
  }

  /** A schema of the document as one that checks. */
  function checker(schema: Json): z.ZodType {
    const whole = { $defs: document.components.schemas, ...schema };
    const text = JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/');
    return z.fromJSONSchema(JSON.parse(text) as never);
  }

  it('is OpenAPI 3.1, names each operation once and shows it', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const names = operations().map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names.sort()).toEqual(Object.keys(EXAMPLES).sort());
    for (const { path, operation } of operations()) {
      expect(operation.summary).toMatch(/^[A-Z].*\.$/);
      const named = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name);
      const declared = operation.parameters.filter((p) => p.in === 'path').map((p) => p.name);
      expect(declared).toEqual(named);
    }
  });

  it('leads to nothing that is not there', () => {
    const refs = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g);
    const there = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(there).toEqual(expect.arrayContaining(Array.from(refs, ([, ref]) => ref)));
  });

  it('is true of every route', async () => {
    for (const [name, examples] of Object.entries(EXAMPLES)) {
      const { path, verb, operation } = operations().find(({ operation }) => operation.operationId === name)!;
      for (const example of examples) {
        const what = `${name} ${JSON.stringify(example)}`;
        const reply = await ask(path, verb, example);
        expect(reply.status, `${what}: ${reply.text}`).toBe(example.status);
        const response = operation.responses[String(reply.status)];
        expect(response, what).toBeDefined();
        const [type, content] = Object.entries(response!.content ?? {})[0] ?? [];
        if (type === undefined) expect(reply.body).toHaveLength(0);
        else expect(String(reply.headers['content-type']), what).toContain(type);
        if (type !== 'application/json' || !content?.schema) continue;
        const checked = checker(content.schema).safeParse(JSON.parse(reply.text));
        expect(checked.error?.issues ?? [], `${what}: ${reply.text.slice(0, 500)}`).toEqual([]);
      }
    }
  });

  it('asks for bodies as they are checked', async () => {
    for (const { path, verb, operation } of operations()) {
      const schema = (operation.requestBody?.content['application/json'] as { schema?: Json } | undefined)?.schema;
      if (!schema) continue;
      for (const { body, status } of EXAMPLES[operation.operationId]!) {
        if (body === undefined || status >= 300) continue;
        expect(checker(schema).safeParse(body).success, `${verb} ${path} ${JSON.stringify(body)}`).toBe(true);
      }
    }
  });
});
