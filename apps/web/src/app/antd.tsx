import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { useLanguage } from '../ui/language.tsx';
import { useMode } from './mode.ts';
import { antdTokens } from './theme.ts';

/**
 * Ant Design with the product's theme and language. Only screens that use its heavier parts (select with search, date picker, upload)
 * wrap themselves in it, so that the first load and the phone go without.
 */
export function Antd({ children }: { children: ReactNode }) {
  const [mode] = useMode();
  const [language] = useLanguage();
  const algorithm = [mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm, theme.compactAlgorithm];
  return (
    <ConfigProvider theme={{ algorithm, token: antdTokens(mode) }} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
