import type { ApiSurface } from './api-surface.ts';
import { type Part, Section } from './xml-document.ts';

const HTTP = 'http://schemas.xmlsoap.org/soap/http';

/** One message per request, response and fault. */
export function* messages(api: ApiSurface): Generator<Part> {
  const faults = new Set<string>();
  for (const method of api.methods) {
    for (const fault of api.faultsOf(method)) faults.add(fault);
    yield message(`${method.name}RequestMsg`, 'parameters', method.name);
    yield message(`${method.name}ResponseMsg`, 'parameters', `${method.name}Response`);
  }
  for (const fault of faults) yield message(`${fault}FaultMsg`, 'fault', `${fault}Fault`);
}

/** What each operation takes and gives. */
export function portType(api: ApiSurface): Section {
  const operations = api.methods.map(
    (method): Part => ({
      operation: {
        '@name': method.name,
        input: { '@message': `vim25:${method.name}RequestMsg` },
        output: { '@message': `vim25:${method.name}ResponseMsg` },
        fault: api.faultsOf(method).map((f) => ({ '@name': `${f}Fault`, '@message': `vim25:${f}FaultMsg` })),
      },
    }),
  );
  return new Section('portType', { '@name': 'VimPortType' }, operations);
}

/** How each operation travels. The SOAPAction names the version of this WSDL, which is what clients then ask for. */
export function binding(api: ApiSurface): Section {
  const soapAction = `${api.schema.namespace}/${api.versionId}`;
  const body = { 'soap:body': { '@use': 'literal' } };
  const operations = api.methods.map(
    (method): Part => ({
      operation: {
        '@name': method.name,
        'soap:operation': { '@soapAction': soapAction, '@style': 'document' },
        input: body,
        output: body,
        fault: api
          .faultsOf(method)
          .map((f) => ({ '@name': `${f}Fault`, 'soap:fault': { '@name': `${f}Fault`, '@use': 'literal' } })),
      },
    }),
  );
  const style: Part = { 'soap:binding': { '@style': 'document', '@transport': HTTP } };
  return new Section('binding', { '@name': 'VimBinding', '@type': 'vim25:VimPortType' }, [style, ...operations]);
}

function message(name: string, part: string, element: string): Part {
  return { message: { '@name': name, part: { '@name': part, '@element': `vim25:${element}` } } };
}
