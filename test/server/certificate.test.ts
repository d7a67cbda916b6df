import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { createCertificate, type ServerCertificate } from '../../src/server/certificate.ts';

const NOW = Date.now();

async function handshake(served: ServerCertificate, ca: string, servername: string): Promise<string> {
  const server = createServer({ key: served.key, cert: served.cert }, (socket) => socket.end());
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    return await new Promise<string>((resolve, reject) => {
      const socket: TLSSocket = connect({ port, host: '127.0.0.1', ca, servername }, () => {
        resolve(socket.getPeerX509Certificate()?.fingerprint ?? '');
        socket.destroy();
      });
      socket.on('error', reject);
    });
  } finally {
    server.close();
  }
}

describe('the certificate made at start', () => {
  test('a client that pins the CA connects, and sees the thumbprint', async () => {
    const made = createCertificate({ hosts: ['localhost', '127.0.0.1'], now: NOW });
    expect(await handshake(made, made.ca, 'localhost')).toBe(made.thumbprint);
    expect(new X509Certificate(made.cert).fingerprint256).toBe(made.thumbprint256);
  });

  test('a client that pins the CA of another simulator does not connect', async () => {
    const made = createCertificate({ hosts: ['localhost'], now: NOW });
    const other = createCertificate({ hosts: ['localhost'], now: NOW });
    await expect(handshake(made, other.ca, 'localhost')).rejects.toThrow(/verify|issuer/);
  });

  test('a client that asks for a host the certificate does not name does not connect', async () => {
    const made = createCertificate({ hosts: ['localhost'], now: NOW });
    await expect(handshake(made, made.ca, 'vcenter.example')).rejects.toThrow(/altnames/i);
  });

  test('it names every DNS name and address, v4 and v6', () => {
    const hosts = [
      'vc.example',
      '127.0.0.1',
      '::1',
      '[fe80::1%eth0]',
      '2001:db8:0:1:2:3:4:5',
      '::ffff:10.1.2.3',
      '1::',
    ];
    const leaf = new X509Certificate(createCertificate({ hosts, now: NOW }).cert);
    for (const address of ['127.0.0.1', '::1', 'fe80::1', '2001:db8:0:1:2:3:4:5', '::ffff:10.1.2.3', '1::']) {
      expect(leaf.checkIP(address), address).toBeDefined();
    }
    expect(leaf.checkHost('vc.example')).toBe('vc.example');
    expect(leaf.checkHost('other.example')).toBeUndefined();
  });

  test('the leaf is signed by the CA, and only the CA may sign', () => {
    const made = createCertificate({ hosts: ['localhost'], now: NOW });
    const [leaf, ca] = [new X509Certificate(made.cert), new X509Certificate(made.ca)];
    expect(leaf.verify(ca.publicKey)).toBe(true);
    expect(leaf.checkIssued(ca)).toBe(true);
    expect([leaf.ca, ca.ca]).toEqual([false, true]);
    expect(leaf.serialNumber).not.toBe(ca.serialNumber);
  });

  test('it is valid from yesterday, for as long as asked, past 2050 too', () => {
    const now = Date.UTC(2049, 5, 1);
    const leaf = new X509Certificate(createCertificate({ hosts: ['localhost'], now, validDays: 400 }).cert);
    expect(Date.parse(leaf.validFrom)).toBe(now - 86_400_000);
    expect(Date.parse(leaf.validTo)).toBe(now + 400 * 86_400_000);
  });

  // What OpenSSL refuses under X509_V_FLAG_X509_STRICT, Python's default since 3.13; the compat cases verify with it.
  test('both carry the extensions that a strict client asks for, critical where RFC 5280 says so', () => {
    const made = createCertificate({ hosts: ['localhost', '::1'], now: NOW });
    const [leaf, ca] = [extensionsOf(made.cert), extensionsOf(made.ca)];
    expect(criticality(ca)).toEqual({ basicConstraints: true, keyUsage: true, subjectKeyIdentifier: false });
    expect(criticality(leaf)).toEqual({
      basicConstraints: true,
      keyUsage: true,
      extKeyUsage: false,
      subjectKeyIdentifier: false,
      authorityKeyIdentifier: false,
      subjectAltName: false,
    });
    const identifier = ca.get('subjectKeyIdentifier')!.value.subarray(2);
    expect(identifier).toHaveLength(20);
    expect(leaf.get('authorityKeyIdentifier')!.value.subarray(-20)).toEqual(identifier);
    expect(leaf.get('subjectKeyIdentifier')!.value.subarray(2)).not.toEqual(identifier);
    expect(new X509Certificate(made.cert).keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    for (const one of [new X509Certificate(made.cert), new X509Certificate(made.ca)]) {
      expect(one.subject).toMatch(/CN=./);
      expect(one.issuer).toMatch(/CN=./);
    }
  });
});

const NAMES: Readonly<Record<string, string>> = {
  '551d13': 'basicConstraints',
  '551d0f': 'keyUsage',
  '551d25': 'extKeyUsage',
  '551d0e': 'subjectKeyIdentifier',
  '551d23': 'authorityKeyIdentifier',
  '551d11': 'subjectAltName',
};

interface Extension {
  readonly critical: boolean;
  readonly value: Buffer;
}

const criticality = (extensions: Map<string, Extension>) =>
  Object.fromEntries(Array.from(extensions, ([name, { critical }]) => [name, critical]));

/** Certificate -> TBSCertificate -> [3] -> its extensions, which Node does not show. */
function extensionsOf(pem: string): Map<string, Extension> {
  const [certificate] = elements(new X509Certificate(pem).raw);
  const [toSign] = elements(certificate!.content);
  const tagged = elements(toSign!.content).find(({ tag }) => tag === 0xa3);
  const [list] = elements(tagged!.content);
  const rows = elements(list!.content).map(({ content }) => elements(content));
  return new Map(
    rows.map((row) => {
      const id = row[0]!.content.toString('hex');
      return [NAMES[id] ?? id, { critical: row[1]!.tag === 0x01, value: row.at(-1)!.content }];
    }),
  );
}

/** The elements that stand side by side in DER. */
function elements(der: Buffer): { readonly tag: number; readonly content: Buffer }[] {
  const found = [];
  for (let at = 0; at < der.length; ) {
    const octets = der[at + 1]! > 0x80 ? der[at + 1]! & 0x7f : 0;
    const length = octets === 0 ? der[at + 1]! : der.readUIntBE(at + 2, octets);
    const start = at + 2 + octets;
    found.push({ tag: der[at]!, content: der.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}
