import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

export const sessionCases: readonly ContractCase[] = [
  {
    name: 'a right password logs in, and the session tells its key and its user',
    async run({ connect }) {
      const { session } = await connect();
      assert.match(session.key, /\S/);
      assert.match(session.userName, /\S/);
      assert.ok(!Number.isNaN(Date.parse(session.loginTime)), `loginTime is ${session.loginTime}`);
    },
  },
  {
    name: 'a wrong password is answered with InvalidLogin',
    async run({ connect }) {
      await refusal(connect({ password: 'not the password' }), 'InvalidLogin');
    },
  },
  {
    name: 'the session list holds the sessions of both clients',
    async run({ client, connect }) {
      const other = await connect();
      const list = (await client.get(client.content.sessionManager!, 'sessionList')) ?? [];
      const keys = list.map((session) => session.key);
      for (const { session } of [client, other]) assert.ok(keys.includes(session.key), `${session.key} is not listed`);
    },
  },
  {
    name: 'a session sees itself as the current one',
    async run({ client }) {
      const current = await client.get(client.content.sessionManager!, 'currentSession');
      assert.equal(current?.key, client.session.key);
    },
  },
  {
    name: 'after Logout a call is answered with NotAuthenticated',
    async run({ connect }) {
      const client = await connect({ relogin: false });
      await client.call(client.content.sessionManager!, 'Logout');
      await refusal(client.findByInventoryPath('anything'), 'NotAuthenticated');
    },
  },
  {
    name: 'a client whose session was terminated logs in again and goes on',
    async run({ client, connect }) {
      const other = await connect();
      const { key } = other.session;
      await client.call(client.content.sessionManager!, 'TerminateSession', { sessionId: [key] });
      assert.equal(
        await other.get(other.content.rootFolder, 'name'),
        await client.get(client.content.rootFolder, 'name'),
      );
      assert.notEqual(other.session.key, key);
    },
  },
];
