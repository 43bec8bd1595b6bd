import { happened, type Deed } from './deed.ts';
import { record } from './record.ts';
import { all, anyEmployee, isOpen } from './who.rules.ts';

/** FCR-18: the customer comes or asks again about what is open. Counted; our own calls are not. */
export const comeAgain: Deed<'customer-trips'> = {
  verb: 'customer-trips', adds: true,
  may: (scene) => all(anyEmployee(scene), isOpen(scene)),
  perform(work, matter, body) { record(work, matter, 'customer_came_again', { way: body.way, text: body.text }, happened(body)); },
};
