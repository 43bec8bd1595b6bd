import { no, Refused } from '../../policy/refusal.ts';
import type { Outward } from '../../outside/outward.ts';
import { InnerAddress, insistOnPublic } from '../../outside/public-address.ts';

/** The server calls what somebody has typed: only by HTTPS and in public, unless the operator lets it into this network. */
export async function refuseTarget(text: string, field: string, { inner }: Outward): Promise<void> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !(url.protocol === 'https:' || (inner && url.protocol === 'http:')) || url.username || url.password)
    throw new Refused(no('input', 'bad_url', '请填写完整的 https:// 地址，不含用户名和密码。', 'Enter a full https:// address without user name or password.', field));
  if (inner) return;
  try {
    await insistOnPublic(url);
  } catch (error) {
    throw new Refused(error instanceof InnerAddress
      ? no('input', 'inner_address', '这个地址在本机或内部网络，不能使用；确有需要时由系统运维人员放开（ALLOW_INNER_TARGETS）。', 'This address is of this machine or an inner network. If it is meant, whoever runs the server allows it (ALLOW_INNER_TARGETS).', field)
      : no('input', 'unknown_host', '找不到这个地址的主机，请检查后重试。', 'Nobody knows the host of this address: check it and try again.', field));
  }
}
