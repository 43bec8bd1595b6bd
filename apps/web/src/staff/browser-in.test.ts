import { expect, test } from 'vitest';
import { browserIn } from './browser-in.ts';

test('a browser is named as people know it, the more special name before the one it also claims', () => {
  expect(browserIn('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0')).toBe('Edge · Windows');
  expect(browserIn('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49')).toBe('微信 WeChat · Android');
  expect(browserIn('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1')).toBe('Safari · iPhone');
});
test('what names neither browser nor system stays as it is', () => expect(browserIn('curl/8.5.0')).toBe('curl/8.5.0'));
