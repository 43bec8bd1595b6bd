import { DisplayLinkMade, DisplayLinks, MakingDisplayLink, Wall } from '@shouwen/contract/wall';
import { Type } from 'typebox';
import type { House } from '../app/house.ts';
import { insist } from '../policy/refusal.ts';
import { mayDo } from '../staff/who-may.rules.ts';
import { displayLinks } from './display-links.queries.ts';
import { makeDisplayLink, withdrawDisplayLink } from './keep-displays.ts';
import { wallOf } from './wall.queries.ts';

const Id = Type.String({ format: 'uuid' });
const OfCentre = Type.Object({ id: Id });
const OfLink = Type.Object({ id: Id, linkId: Id });

/** The duty wall: for staff of the centre, and for a screen by its link, which opens this and nothing else. */
export function wallRoutes(house: House): void {
  house.get('/display', { config: { audience: 'display' }, schema: { response: { 200: Wall } } }, (request) => house.show(request, wallOf));
  house.get('/centres/:id/wall', { config: { audience: 'see_matters' }, schema: { params: OfCentre, response: { 200: Wall } } }, (request) =>
    house.read(request, (tx, by, now) => {
      insist(mayDo(by, 'see_matters', { centreId: request.params.id }));
      return wallOf(tx, { companyId: by.companyId, centreId: request.params.id }, now);
    }));

  house.get('/centres/:id/display-links', { config: { audience: 'see_displays' }, schema: { params: OfCentre, response: { 200: DisplayLinks } } }, (request) =>
    house.read(request, async (tx, by) => {
      insist(mayDo(by, 'see_displays', { centreId: request.params.id }));
      return { rows: await displayLinks(tx, by.companyId, request.params.id) };
    }));
  // Its answer holds a secret and isn't kept for a repeat.
  house.post('/centres/:id/display-links', { config: { audience: 'keep_displays', withoutKey: true }, schema: { params: OfCentre, body: MakingDisplayLink, response: { 201: DisplayLinkMade } } }, async (request, reply) =>
    reply.code(201).send(await house.read(request, (tx, by, now) => makeDisplayLink({ tx, by, now }, request.params.id, request.body))));
  house.post('/centres/:id/display-links/:linkId/withdrawal', { config: { audience: 'keep_displays' }, schema: { params: OfLink, response: { 204: Type.Null() } } }, (request, reply) =>
    house.perform(request, reply, 204, (work) => withdrawDisplayLink(work, request.params.id, request.params.linkId)));
}
