import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mailBy, Undeliverable } from '../../outside/mail.ts';
import { freePort } from '../../testing/free-port.ts';
import { readLetter } from '../../testing/letter-box.ts';

const there = process.getuid?.() === 0 && existsSync('/usr/sbin/postfix');
if (!there) console.warn('Postfix is not installed, or this is not root: sending through it is not tested.');

/** A Postfix of its own, beside any other on this machine: it takes letters for hengyu.example on loopback and keeps each in a file. */
let home: string;
let port: number;
const postfix = (...command: string[]) => execFileSync('/usr/sbin/postfix', ['-c', join(home, 'etc'), ...command], { stdio: 'pipe' });
beforeAll(async () => {
  if (!there) return;
  home = mkdtempSync(join(tmpdir(), 'shouwen-postfix-'));
  chmodSync(home, 0o755);
  port = await freePort();
  for (const folder of ['etc', 'queue', 'data', 'mail']) mkdirSync(join(home, folder), { mode: 0o755 });
  const id = (flag: string, who: string) => spawnSync('id', [flag, who], { encoding: 'utf8' }).stdout.trim();
  const [uid, gid] = [id('-u', 'nobody'), id('-g', 'nobody')];
  execFileSync('chown', ['postfix', join(home, 'data')]);
  execFileSync('chown', ['nobody', join(home, 'mail')]);
  writeFileSync(join(home, 'etc/main.cf'), [
    'compatibility_level = 3.6', `queue_directory = ${home}/queue`, `data_directory = ${home}/data`, 'command_directory = /usr/sbin', 'daemon_directory = /usr/lib/postfix/sbin', 'mail_owner = postfix',
    'setgid_group = postdrop', 'inet_interfaces = 127.0.0.1', 'inet_protocols = ipv4', 'myhostname = mail.hengyu.example', 'mydestination =', 'mynetworks =', 'smtpd_relay_restrictions = reject_unauth_destination',
    'virtual_mailbox_domains = hengyu.example', 'virtual_mailbox_maps = inline:{ sumin@hengyu.example=sumin/ }', `virtual_mailbox_base = ${home}/mail`, `virtual_uid_maps = static:${uid}`, `virtual_gid_maps = static:${gid}`,
    'virtual_minimum_uid = 1', 'maillog_file = /dev/null', 'maillog_file_prefixes = /dev', 'alias_maps =', 'alias_database =', 'local_recipient_maps =',
  ].join('\n'));
  const within = (name: string, program: string, processes = '-') => `${name} unix - - n - ${processes} ${program}`;
  writeFileSync(join(home, 'etc/master.cf'), [
    `127.0.0.1:${port} inet n - n - - smtpd`, 'cleanup unix n - n - 0 cleanup', 'qmgr unix n - n 300 1 qmgr', 'pickup unix n - n 60 1 pickup', 'postlog unix-dgram n - n - 1 postlogd',
    within('rewrite', 'trivial-rewrite'), 'virtual unix - n n - - virtual', within('bounce', 'bounce', '0'), within('defer', 'bounce', '0'), within('trace', 'bounce', '0'), within('error', 'error'), within('retry', 'error'),
    within('proxymap', 'proxymap'), within('anvil', 'anvil', '1'), within('scache', 'scache', '1'), '',
  ].join('\n'));
  postfix('start');
});
afterAll(() => {
  if (!there) return;
  postfix('stop');
  rmSync(home, { recursive: true });
});

test.skipIf(!there)('through Postfix each letter arrives once, readable and under its own Message-ID; an address it does not know is refused for good', async () => {
  const mail = mailBy({ url: `smtp://127.0.0.1:${port}/?ignoreTLS=true`, from: '首问 <shouwen@hengyu.example>' });
  const ids = Array.from({ length: 20 }, (_, i) => `letter-${i}`);
  await Promise.all(ids.map((id) => mail.send({ id, to: 'sumin@hengyu.example', subject: `逾期未办：具名接手（FCR-07） · ${id}`, text: `时限：11月20日（周五）10:30\n${id}\n` })));
  const inbox = join(home, 'mail/sumin/new');
  await vi.waitFor(() => expect(readdirSync(inbox)).toHaveLength(20), { timeout: 20_000 });
  const letters = readdirSync(inbox).map((file) => readLetter(readFileSync(join(inbox, file), 'utf8')));
  expect(letters.map((letter) => letter.id).sort()).toEqual(ids.map((id) => `<${id}@hengyu.example>`).sort());
  for (const { id, subject, text } of letters) {
    expect(subject).toBe(`逾期未办：具名接手（FCR-07） · ${id.slice(1, id.indexOf('@'))}`);
    expect(text).toContain('时限：11月20日（周五）10:30');
  }
  await expect(mail.send({ id: 'nobody', to: 'nobody@hengyu.example', subject: '测试', text: '测试' })).rejects.toThrow(Undeliverable);
  await expect(mail.send({ id: 'elsewhere', to: 'somebody@elsewhere.example', subject: '测试', text: '测试' })).rejects.toThrow('Relay access denied');
  mail.close();
});
