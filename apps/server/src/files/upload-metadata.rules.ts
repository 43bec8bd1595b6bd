/** `Upload-Metadata` of tus 1.0: names with their values in base64, UTF-8; what has no value is empty. */
export function metadataOf(header: string): ReadonlyMap<string, string> {
  return new Map(header.split(',').map((pair) => pair.trim().split(' ')).filter(([name]) => name).map(([name, value = '']) => [name!, new TextDecoder().decode(Uint8Array.from(safeAtob(value), (char) => char.charCodeAt(0)))]));
}
const safeAtob = (value: string) => /^[A-Za-z0-9+/]*={0,2}$/.test(value) && value.length % 4 === 0 ? atob(value) : '';
