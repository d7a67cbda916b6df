import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  test("OpenSSL's strict check, which newer Pythons use by default, accepts it", (context) => {
    const made = createCertificate({ hosts: ['localhost', '::1'], now: NOW });
    const folder = mkdtempSync(join(tmpdir(), 'simsphere-cert-'));
    try {
      const [ca, leaf] = [join(folder, 'ca.pem'), join(folder, 'leaf.pem')];
      writeFileSync(ca, made.ca);
      writeFileSync(leaf, made.cert);
      const strict = ['verify', '-x509_strict', '-purpose', 'sslserver', '-verify_hostname', 'localhost'];
      const run = spawnSync('openssl', [...strict, '-CAfile', ca, leaf], { encoding: 'utf8' });
      // A machine with nothing but Node has no openssl command; the compat cases check strictly there again.
      if (run.error) return context.skip();
      expect(run.stdout + run.stderr).toBe(`${leaf}: OK\n`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
