import './person-chip.css';

/** Somebody: a tile with the surname, the name, the post. The reader's own tile is filled. Never an avatar photo. */
export function PersonChip({ name, post, me = false }: { name: string; post?: string | null | undefined; me?: boolean }) {
  return <span className={`who${me ? ' me' : ''}`}><i aria-hidden="true">{Array.from(name)[0] ?? '·'}</i>{name}{post && <span>{post}</span>}</span>;
}
