import { Duties, WritingDuties } from '@shouwen/contract/duties';
import { POST_CODES, type PostCode } from '@shouwen/contract/posts';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { revisionSeen } from '../app/if-match.ts';
import { NotFound } from '../policy/refusal.ts';
import { dutiesAtHand } from './duties-written.queries.ts';
import { belongsTo } from './staff.ts';
import { writeDepartmentDuties, writeHandbook } from './write-duties.ts';

const OfDepartment = Type.Object({ id: Type.String({ format: 'uuid' }) });
const OfPost = Type.Object({ post: Type.Unsafe<PostCode>({ type: 'string', enum: [...POST_CODES] }) });
const Asked = Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) }, { additionalProperties: false });

/** FCR-39: what each department does and each post's handbook, at hand for everybody and written by whoever keeps them. */
export function dutyRoutes(house: House): void {
  house.get('/centres/:id/duties', { config: { audience: 'see_staff' }, schema: { params: OfDepartment, querystring: Asked, response: { 200: Duties } } }, (request) =>
    house.read(request, async (tx, by) => {
      if (!belongsTo(by, request.params.id)) throw new NotFound();
      return dutiesAtHand(tx, by, request.params.id, request.query.q);
    }));
  house.post('/departments/:id/duties', { config: { audience: 'keep_duties', ifMatch: true }, schema: { params: OfDepartment, body: WritingDuties, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => writeDepartmentDuties(work, request.params.id, revisionSeen(request.headers['if-match']), request.body.text)));
  house.post('/posts/:post/handbook', { config: { audience: 'keep_handbook', ifMatch: true }, schema: { params: OfPost, body: WritingDuties, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => writeHandbook(work, request.params.post, revisionSeen(request.headers['if-match']), request.body.text)));
}
