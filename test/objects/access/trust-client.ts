/** A client of the token service, as pyVmomi and the Go client are: it writes requests, signs them, and takes tokens out. */
import { generateKeyPairSync, type KeyObject, randomUUID, X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { selfSigned } from '../../../src/formats/x509.ts';
import type { Simulator } from '../../../src/index.ts';

const WSU = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const TRUST = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** Somebody who holds a key. */
export interface Holder {
  readonly privateKey: KeyObject;
  readonly certificate: Buffer;
  readonly pem: string;
}

export function holder(name: string): Holder {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const [notBefore, notAfter] = [Date.UTC(2020, 0, 1), Date.UTC(2049, 0, 1)];
  const certificate = selfSigned({ name, publicKey, privateKey, notBefore, notAfter });
  return { privateKey, certificate, pem: new X509Certificate(certificate).toString() };
}

export interface Asked {
  readonly kind?: 'Issue' | 'Renew' | 'Validate';
  readonly user?: string;
  readonly password?: string;
  readonly holder?: Holder;
  readonly key?: 'Bearer' | 'PublicKey';
  /** Milliseconds. */
  readonly lifetime?: number;
  readonly actAs?: string;
  readonly target?: string;
  /** Goes into the header. */
  readonly token?: string;
  readonly renewable?: boolean;
  readonly delegatable?: boolean;
  /** The client's clock, where it is not the simulator's. */
  readonly now?: number;
}

export interface Told {
  readonly status: number;
  readonly text: string;
  readonly token: string;
  /** Code of the fault. */
  readonly fault: string | undefined;
}

/** Asks the token service. */
export async function ask(sim: Simulator, asked: Asked): Promise<Told> {
  return post(sim, '/sts/STSService', requestText(sim, asked));
}

export async function post(sim: Simulator, path: string, body: string, headers: object = {}): Promise<Told> {
  const url = new URL(path, sim.url);
  const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'text/xml', ...headers } });
  const text = await answer.text();
  return {
    status: answer.status,
    text,
    token: /<saml2:Assertion[\s\S]*<\/saml2:Assertion>/.exec(text)?.[0] ?? '',
    fault: /<faultcode[^>]*>(?:\w+:)?(\w+)<\/faultcode>/.exec(text)?.[1],
  };
}

/** LoginByToken, with a token in the header; signed by the holder's key where one is given. */
export async function loginByToken(sim: Simulator, token: string, signer?: Holder, now?: number): Promise<Told> {
  const body = '<LoginByToken xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this></LoginByToken>';
  return post(sim, '/sdk', message(sim, token, body, signer, now), { soapaction: 'urn:vim25/8.0.2.0' });
}

export function requestText(sim: Simulator, asked: Asked): string {
  const { kind = 'Issue', user, password, lifetime = 120_000, actAs, target, token = '', now } = asked;
  const created = now ?? sim.clock.now();
  const login = user
    ? `<wsse:UsernameToken><wsse:Username>${user}</wsse:Username><wsse:Password>${password}</wsse:Password></wsse:UsernameToken>`
    : '';
  const key = asked.key ? `<KeyType>${TRUST}/${asked.key}</KeyType>` : '';
  const body = [
    `<RequestSecurityToken xmlns="${TRUST}"><RequestType>${TRUST}/${kind}</RequestType>`,
    `<Lifetime><wsu:Created>${text(created)}</wsu:Created><wsu:Expires>${text(created + lifetime)}</wsu:Expires></Lifetime>`,
    `<Renewing Allow="${asked.renewable ?? false}" OK="false"/><Delegatable>${asked.delegatable ?? false}</Delegatable>`,
    actAs ? `<wst:ActAs xmlns:wst="http://docs.oasis-open.org/ws-sx/ws-trust/200802">${actAs}</wst:ActAs>` : '',
    target ? `<${kind}Target>${target}</${kind}Target>` : '',
    key,
    '</RequestSecurityToken>',
  ].join('');
  return message(sim, `${bst(asked.holder)}${login}${token}`, body, asked.holder, created);
}

/** A message with a header, signed when somebody signs it. */
export function message(sim: Simulator, header: string, body: string, signer?: Holder, now?: number): string {
  const created = now ?? sim.clock.now();
  const stamp = `<wsu:Timestamp wsu:Id="_t${randomUUID()}"><wsu:Created>${text(created)}</wsu:Created><wsu:Expires>${text(created + 60_000)}</wsu:Expires></wsu:Timestamp>`;
  const plain =
    `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wsu="${WSU}"><soap:Header>` +
    `<wsse:Security xmlns:wsse="${WSSE}">${stamp}${header}</wsse:Security></soap:Header>` +
    `<soap:Body wsu:Id="_b${randomUUID()}">${body}</soap:Body></soap:Envelope>`;
  return signer ? signed(plain, signer) : plain;
}

export function signed(plain: string, signer: Holder, covered: readonly string[] = ['Body', 'Timestamp']): string {
  const xml = new SignedXml({
    privateKey: signer.privateKey as never,
    idMode: 'wssecurity',
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: EXCLUSIVE,
    getCertFromKeyInfo: () => null,
  });
  for (const name of covered) {
    const digestAlgorithm = 'http://www.w3.org/2001/04/xmlenc#sha256';
    xml.addReference({ xpath: `//*[local-name(.)='${name}']`, transforms: [EXCLUSIVE], digestAlgorithm });
  }
  const location = { reference: "//*[local-name(.)='Security']", action: 'append' as const };
  xml.computeSignature(plain, { prefix: 'ds', location });
  return xml.getSignedXml();
}

function bst(from: Holder | undefined): string {
  return from
    ? `<wsse:BinarySecurityToken wsu:Id="_c">${from.certificate.toString('base64')}</wsse:BinarySecurityToken>`
    : '';
}

function text(time: number): string {
  return new Date(time).toISOString();
}
