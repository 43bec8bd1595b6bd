import type { Entry } from './entry.ts';

/** A photo on its way: its id is the file's from the beginning. */
export interface KeptPhoto { id: string; person: string; centreId: string; name: string; blob: Blob }
/** An answer as last seen, for the time without a connection. */
export interface SeenAnswer { id: string; person: string; queryKey: readonly unknown[]; data: unknown; at: number }
interface Stores { outbox: Entry; photos: KeptPhoto; seen: SeenAnswer }
type Name = keyof Stores;

let opened: Promise<IDBDatabase> | undefined;
/** The device's own database (IndexedDB), the same in every tab and in the service worker. */
function open(): Promise<IDBDatabase> {
  return opened ??= new Promise((done, fail) => {
    const asked = indexedDB.open('shouwen', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('outbox', { keyPath: 'nth', autoIncrement: true });
      for (const name of ['photos', 'seen']) asked.result.createObjectStore(name, { keyPath: 'id' });
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => { opened = undefined; fail(asked.error ?? new Error('indexedDB')); };
  });
}
async function ask<T>(name: Name, mode: IDBTransactionMode, request: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await open()).transaction(name, mode);
  const asked = request(transaction.objectStore(name));
  return new Promise((done, fail) => {
    transaction.oncomplete = () => done(asked.result);
    transaction.onabort = transaction.onerror = () => fail(transaction.error ?? new Error('indexedDB'));
  });
}
export const all = <N extends Name>(name: N): Promise<Stores[N][]> => ask(name, 'readonly', store => store.getAll() as IDBRequest<Stores[N][]>);
export const one = <N extends Name>(name: N, id: IDBValidKey): Promise<Stores[N] | undefined> => ask(name, 'readonly', store => store.get(id) as IDBRequest<Stores[N] | undefined>);
export const keep = <N extends Name>(name: N, row: Stores[N] | Omit<Stores[N], 'nth'>): Promise<IDBValidKey> => ask(name, 'readwrite', store => store.put(row));
export const drop = (name: Name, id: IDBValidKey): Promise<undefined> => ask(name, 'readwrite', store => store.delete(id));
