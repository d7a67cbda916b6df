import type { Method, Schema } from '../vim25/schema.ts';
import { ApiSurface } from './api-surface.ts';
import { type SchemaFile, WsdlLayout } from './wsdl-layout.ts';
import { binding, messages, portType } from './wsdl-operations.ts';
import { type Part, Section, xmlDocument } from './xml-document.ts';
import { arrayType, dataType, enumType, property, referenceType, requestType, requestTypeName } from './xsd.ts';

const WSDL = 'http://schemas.xmlsoap.org/wsdl/';
const WSDL_SOAP = 'http://schemas.xmlsoap.org/wsdl/soap/';
const XSD = 'http://www.w3.org/2001/XMLSchema';
const REFLECT = 'urn:reflect';
const SCALARS = 'string int long short byte boolean float double dateTime base64Binary anyURI anyType'.split(' ');

/** The documents that make up a server's WSDL, by the names clients fetch them under. */
export const WSDL_DOCUMENTS: readonly string[] = [
  'vimService.wsdl',
  'vim.wsdl',
  'core-types.xsd',
  'query-types.xsd',
  'query-messagetypes.xsd',
  'vim-types.xsd',
  'vim-messagetypes.xsd',
  'reflect-types.xsd',
  'reflect-messagetypes.xsd',
];

/** Writes the WSDL of one version of an API. Every document but `vimService.wsdl` is the same for all clients. */
export class WsdlWriter {
  readonly #api: ApiSurface;
  readonly #layout: WsdlLayout;

  constructor(schema: Schema, version: number) {
    this.#api = new ApiSurface(schema, version);
    this.#layout = new WsdlLayout(this.#api);
  }

  /** `vimService.wsdl`: where the service is. `address` is its URL by the name the client used. */
  service(address: string): Promise<string> {
    const { namespace } = this.#api.schema;
    const prefixes = { '@xmlns': WSDL, '@xmlns:soap': WSDL_SOAP, '@xmlns:interface': namespace };
    const port = { '@binding': 'interface:VimBinding', '@name': 'VimPort', 'soap:address': { '@location': address } };
    return xmlDocument(
      new Section('definitions', { ...prefixes, '@targetNamespace': `${namespace}Service` }, [
        { import: { '@location': 'vim.wsdl', '@namespace': namespace } },
        { service: { '@name': 'VimService', port } },
      ]),
    );
  }

  /** One of the other {@link WSDL_DOCUMENTS}; undefined for any other name. */
  async document(name: string): Promise<string | undefined> {
    switch (name) {
      case 'vim.wsdl':
        return this.#interface();
      case 'core-types.xsd':
        return this.#types('core', []);
      case 'query-types.xsd':
        return this.#types('query', ['core-types.xsd']);
      case 'vim-types.xsd':
        return this.#types('vim', ['core-types.xsd', 'query-types.xsd']);
      case 'query-messagetypes.xsd':
        return this.#requests('query', ['query-types.xsd']);
      case 'vim-messagetypes.xsd':
        return this.#requests('vim', ['vim-types.xsd']);
      case 'reflect-types.xsd':
      case 'reflect-messagetypes.xsd':
        // The genuine ones describe internal types that no client of the API meets.
        return xmlDocument(
          new Section('schema', { '@xmlns': XSD, '@targetNamespace': REFLECT, '@elementFormDefault': 'qualified' }, []),
        );
      default:
        return undefined;
    }
  }

  #interface(): Promise<string> {
    const api = this.#api;
    const { namespace } = api.schema;
    const prefixes = { '@xmlns': WSDL, '@xmlns:soap': WSDL_SOAP, '@xmlns:vim25': namespace, '@xmlns:xsd': XSD };
    return xmlDocument(
      new Section('definitions', { ...prefixes, '@targetNamespace': namespace }, [
        new Section('types', {}, [this.#elements()]),
        ...messages(api),
        portType(api),
        binding(api),
      ]),
    );
  }

  /** The elements that messages are made of. */
  #elements(): Section {
    const api = this.#api;
    const { namespace } = api.schema;
    return new Section('schema', { '@xmlns': XSD, '@targetNamespace': namespace, '@elementFormDefault': 'qualified' }, [
      { import: { '@namespace': REFLECT, '@schemaLocation': 'reflect-messagetypes.xsd' } },
      include('vim-messagetypes.xsd'),
      include('query-messagetypes.xsd'),
      ...api.methods.flatMap((method) => elements(api, method)),
      ...api.faults.map(({ name }) => ({ element: { '@name': `${name}Fault`, '@type': `vim25:${name}` } })),
    ]);
  }

  #types(file: SchemaFile, includes: readonly string[]): Promise<string> {
    const api = this.#api;
    const here = ({ name }: { readonly name: string }) => this.#layout.fileOfType(name) === file;
    const withArray = (name: string, part: Part) => [part, arrayType(name, `vim25:${name}`)];
    const basics = [
      referenceType(),
      arrayType('ManagedObjectReference', 'vim25:ManagedObjectReference'),
      ...SCALARS.map((scalar) => arrayType(scalar, `xsd:${scalar}`)),
    ];
    return this.#schema(includes, [
      ...(file === 'core' ? basics : []),
      ...api.dataTypes.filter(here).flatMap((type) => withArray(type.name, dataType(api, type))),
      ...api.enumTypes.filter(here).flatMap((type) => withArray(type.name, enumType(api, type))),
    ]);
  }

  #requests(file: SchemaFile, includes: readonly string[]): Promise<string> {
    const methods = this.#api.methods.filter(({ owner }) => this.#layout.fileOfMethod(owner) === file);
    return this.#schema(
      includes,
      methods.map((method) => requestType(this.#api, method)),
    );
  }

  #schema(includes: readonly string[], parts: readonly Part[]): Promise<string> {
    const { namespace } = this.#api.schema;
    const prefixes = { '@xmlns': XSD, '@xmlns:vim25': namespace, '@xmlns:xsd': XSD };
    const attributes = { ...prefixes, '@targetNamespace': namespace, '@elementFormDefault': 'qualified' };
    return xmlDocument(new Section('schema', attributes, [...includes.map(include), ...parts]));
  }
}

function include(schemaLocation: string): Part {
  return { include: { '@schemaLocation': schemaLocation } };
}

/** The elements of a call and of its answer. */
function elements(api: ApiSurface, { name, result, version }: Method): Part[] {
  const answer = result ? { sequence: { element: property(api, result, version) } } : '';
  return [
    { element: { '@name': name, '@type': `vim25:${requestTypeName(name)}` } },
    { element: { '@name': `${name}Response`, complexType: answer } },
  ];
}
