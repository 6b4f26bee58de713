import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { finishPages } from './scripts/site/finish-pages.ts'
import { articleMarkup } from './site/lib/article-markup.ts'

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist/site',
  trailingSlash: 'always',
  ...(process.env.PUBLIC_URL && { site: process.env.PUBLIC_URL }),
  integrations: [mdx(), finishPages()],
  // The pages run under a policy without inline scripts and styles.
  build: { inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: [articleMarkup] }) },
  vite: { build: { assetsInlineLimit: 0 } },
})
