import type { XMLBuilderCB } from 'xmlbuilder2/lib/interfaces.js';
import type { ApiSurface } from './api-surface.ts';

const HTTP = 'http://schemas.xmlsoap.org/soap/http';

/** One message per request, response and fault. */
export function* writeMessages(out: XMLBuilderCB, api: ApiSurface): Generator<undefined, void> {
  const faults = new Set<string>();
  for (const method of api.methods) {
    for (const fault of api.faultsOf(method)) faults.add(fault);
    writeMessage(out, `${method.name}RequestMsg`, 'parameters', method.name);
    writeMessage(out, `${method.name}ResponseMsg`, 'parameters', `${method.name}Response`);
    yield;
  }
  for (const fault of faults) writeMessage(out, `${fault}FaultMsg`, 'fault', `${fault}Fault`);
}

/** What each operation takes and gives. */
export function* writePortType(out: XMLBuilderCB, api: ApiSurface): Generator<undefined, void> {
  out.ele('portType', { name: 'VimPortType' });
  for (const method of api.methods) {
    out.ele('operation', { name: method.name });
    out.ele('input', { message: `vim25:${method.name}RequestMsg` }).up();
    out.ele('output', { message: `vim25:${method.name}ResponseMsg` }).up();
    for (const fault of api.faultsOf(method)) {
      out.ele('fault', { name: `${fault}Fault`, message: `vim25:${fault}FaultMsg` }).up();
    }
    out.up();
    yield;
  }
  out.up();
}

/** How each operation travels. The SOAPAction names the version of this WSDL, which is what clients then ask for. */
export function* writeBinding(out: XMLBuilderCB, api: ApiSurface): Generator<undefined, void> {
  const soapAction = `${api.schema.namespace}/${api.versionId}`;
  out.ele('binding', { name: 'VimBinding', type: 'vim25:VimPortType' });
  out.ele('soap:binding', { style: 'document', transport: HTTP }).up();
  for (const method of api.methods) {
    out.ele('operation', { name: method.name });
    out.ele('soap:operation', { soapAction, style: 'document' }).up();
    out.ele('input').ele('soap:body', { use: 'literal' }).up().up();
    out.ele('output').ele('soap:body', { use: 'literal' }).up().up();
    for (const fault of api.faultsOf(method)) {
      const name = `${fault}Fault`;
      out.ele('fault', { name }).ele('soap:fault', { name, use: 'literal' }).up().up();
    }
    out.up();
    yield;
  }
  out.up();
}

function writeMessage(out: XMLBuilderCB, name: string, part: string, element: string): void {
  out.ele('message', { name });
  out.ele('part', { name: part, element: `vim25:${element}` }).up();
  out.up();
}
