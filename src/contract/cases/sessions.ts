import assert from 'node:assert/strict';
import { ref } from '../../vim25/index.ts';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

const SERVICE_INSTANCE = ref('ServiceInstance', 'ServiceInstance');

export const sessionCases: readonly ContractCase[] = [
  {
    name: 'a right password logs in, and the session tells its key and its user',
    does: 'reads',
    async run({ connect }) {
      const { session } = await connect();
      assert.match(session.key, /\S/);
      assert.match(session.userName, /\S/);
      assert.ok(!Number.isNaN(Date.parse(session.loginTime)), `loginTime is ${session.loginTime}`);
    },
  },
  {
    name: 'a wrong password is answered with InvalidLogin',
    does: 'reads',
    async run({ connect }) {
      await refusal(connect({ password: 'not the password' }), 'InvalidLogin');
    },
  },
  {
    name: 'two logins of one user are two sessions',
    does: 'reads',
    async run({ connect }) {
      const [one, two] = [await connect(), await connect()];
      assert.notEqual(one.session.key, two.session.key);
      assert.equal(one.session.userName, two.session.userName);
    },
  },
  {
    name: 'the session list holds the sessions of both clients',
    does: 'reads',
    needs: ['may end sessions'],
    async run({ client, connect }) {
      const other = await connect();
      const list = (await client.get(client.content.sessionManager!, 'sessionList')) ?? [];
      const keys = list.map((session) => session.key);
      for (const { session } of [client, other]) assert.ok(keys.includes(session.key), `${session.key} is not listed`);
    },
  },
  {
    name: 'a session sees itself as the current one',
    does: 'reads',
    async run({ client }) {
      const current = await client.get(client.content.sessionManager!, 'currentSession');
      assert.equal(current?.key, client.session.key);
    },
  },
  {
    name: 'a session tells by which program it was opened',
    does: 'reads',
    async run({ connect }) {
      const { session } = await connect({ userAgent: 'simsphere-contract/1' });
      assert.equal(session.userAgent, 'simsphere-contract/1');
    },
  },
  {
    name: 'after Logout a call is answered with NotAuthenticated',
    does: 'reads',
    async run({ connect }) {
      const client = await connect({ relogin: false });
      await client.call(client.content.sessionManager!, 'Logout');
      await refusal(client.findByInventoryPath('anything'), 'NotAuthenticated');
    },
  },
  {
    name: 'after Logout the service content may be read, and what is below it may not',
    does: 'reads',
    async run({ connect }) {
      const client = await connect({ relogin: false });
      const { sessionManager, rootFolder } = client.content;
      await client.call(sessionManager!, 'Logout');
      const content = await client.call(SERVICE_INSTANCE, 'RetrieveServiceContent');
      assert.deepEqual(content.rootFolder, rootFolder);
      await refusal(client.get(rootFolder, 'name'), 'NotAuthenticated');
    },
  },
  {
    name: 'a client whose session was terminated logs in again and goes on',
    does: 'reads',
    needs: ['may end sessions'],
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
  {
    name: "one's own session is not terminated but refused with InvalidArgument",
    does: 'reads',
    needs: ['may end sessions'],
    async run({ connect }) {
      const client = await connect();
      const own = { sessionId: [client.session.key] };
      await refusal(client.call(client.content.sessionManager!, 'TerminateSession', own), 'InvalidArgument');
    },
  },
  {
    name: 'a session that is not there is not terminated but refused with NotFound',
    does: 'reads',
    needs: ['may end sessions'],
    async run({ client }) {
      const none = { sessionId: ['00000000-0000-0000-0000-000000000000'] };
      await refusal(client.call(client.content.sessionManager!, 'TerminateSession', none), 'NotFound');
    },
  },
  {
    name: 'whether a session is alive can be asked for by key and user',
    does: 'reads',
    needs: ['may ask for sessions'],
    async run({ client, connect }) {
      const manager = client.content.sessionManager!;
      const other = await connect({ relogin: false });
      const { key: sessionID, userName } = other.session;
      assert.equal(await client.call(manager, 'SessionIsActive', { sessionID, userName }), true);
      await other.call(manager, 'Logout');
      assert.equal(await client.call(manager, 'SessionIsActive', { sessionID, userName }), false);
    },
  },
  {
    name: 'the clock of the server goes forward',
    does: 'reads',
    async run({ client }) {
      const first = Date.parse(await client.call(SERVICE_INSTANCE, 'CurrentTime'));
      const second = Date.parse(await client.call(SERVICE_INSTANCE, 'CurrentTime'));
      assert.ok(first > 0 && second >= first, `${second} came after ${first}`);
    },
  },
];
