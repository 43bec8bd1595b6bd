import type { FastifySchema, RouteOptions } from 'fastify';
import { Refusal } from '@shouwen/contract/refusal';
import { Type, type TSchema } from 'typebox';
import { ACTIONS } from '../staff/who-may.rules.ts';

const Stale = Type.Object({ ...Refusal.properties, newer: Type.Unknown({ description: '现在的状态 The state as it stands now' }) });
const refused = (description: string): TSchema => Type.Object(Refusal.properties, { description });
const KEY = Type.String({ minLength: 8, maxLength: 100, description: '每次写入一个不重复的键；同键同内容再次发送，得到同一答复 A key of its own for each write: sent again with the same body it is answered as the first time' });
const ENTERED_BY = Type.Optional(Type.String({ format: 'uuid', description: '由谁填写；登录的是别人时拒绝，供离线填写后补发 Who entered it: refused where somebody else is signed in, for what is sent later than it was entered' }));
const REVISION = Type.String({ pattern: '^"\\d{1,9}"$', description: '所见内容的版本号 The revision that was seen, in quotes' });

/** What OpenAPI says of a route beyond its own schema: who may use it, what a write sends in its head, how it is refused. */
export function describeRoute({ schema = {}, url, route }: { schema?: FastifySchema | undefined; url: string; route: RouteOptions }): { schema: FastifySchema; url: string } {
  const { audience, withoutKey, ifMatch, multipart } = route.config ?? {};
  const method = String(route.method);
  const open = audience === 'public';
  const head = { ...(method !== 'GET' && !open && !withoutKey && { 'idempotency-key': KEY, 'entered-by': ENTERED_BY }), ...(ifMatch && { 'if-match': REVISION }) };
  const action = audience && audience in ACTIONS ? ACTIONS[audience as keyof typeof ACTIONS] : undefined;
  const path = url.replace(/^\/api\/v1\//, '');
  return {
    url,
    schema: {
      ...schema,
      operationId: `${method.toLowerCase()}_${path.replaceAll(/[^a-zA-Z]+/g, '_').replace(/_$/, '')}`,
      tags: [path.split('/')[0]!],
      ...(action && { summary: `${action.zh} ${action.en[0]!.toUpperCase()}${action.en.slice(1)}` }),
      ...(open && { security: [] }),
      ...(Object.keys(head).length > 0 && { headers: Type.Object({ ...head, ...(schema.headers as { properties?: Record<string, TSchema> } | undefined)?.properties }) }),
      ...(multipart && { consumes: ['multipart/form-data'], body: multipart }),
      response: {
        ...schema.response as Record<string, unknown> | undefined,
        400: refused('有一项填写不正确，见 field A field is wrong, see field'),
        ...(!open && { 401: refused('没有登录 Nobody is signed in'), 403: refused('岗位无此权限 The post does not allow it') }),
        404: refused('没有，或不在您的服务中心 Not there, or not in a centre of yours'),
        ...(ifMatch && { 409: Stale, 428: refused('缺少 If-Match：请带上所见内容的版本号 If-Match is missing: name the revision seen') }),
        422: refused('有条款不允许，见 rule A rule said no, see rule'),
      },
    } as FastifySchema,
  };
}
