import { Type, type Static } from 'typebox';

/** Why something was not done: the rule, and what to do instead, in both languages. `rule` is `input` where a field is at fault. */
export const Refusal = Type.Object({
  rule: Type.String(), code: Type.String(), zh: Type.String(), en: Type.String(), field: Type.Optional(Type.String()),
});
export type Refusal = Static<typeof Refusal>;
