import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './button.css';

interface Look {
  /** `primary`: filled, one a view. `new`: outlined in the accent. `text`: without an edge. */
  look?: 'plain' | 'primary' | 'new' | 'text';
  small?: boolean;
  /** The key that does the same, shown inside. */
  keyHint?: string;
}
export const buttonClass = ({ look = 'plain', small = false }: Look) => `btn ${look}${small ? ' sm' : ''}`;

/** A native button in the product's dress; 32 px, small 24 px, on the phone 44 px. For a link that looks like one: `className={buttonClass(…)}`. */
export function Button({ look, small, keyHint, children, ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement> & { children: ReactNode }) {
  return <button type="button" {...rest} className={`${buttonClass({ look, small } as Look)} ${rest.className ?? ''}`}>{children}{keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}</button>;
}
