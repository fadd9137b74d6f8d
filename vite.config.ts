import { defineConfig } from 'vite'

// Two builds: the few scripts and the stylesheet that go to the browser, and the programs that run on the server.
export default defineConfig(({ isSsrBuild }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  publicDir: false,
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node24',
        rolldownOptions: {
          input: {
            server: 'app/server.ts',
            ol: 'tools/ol.ts',
            bench: 'bench/run.ts',
            workbook: 'app/office/imports/store/workbook-worker.ts',
          },
          output: { entryFileNames: '[name].js' },
        },
      }
    : {
        outDir: 'dist/browser',
        manifest: 'manifest.json',
        assetsInlineLimit: 0,
        rolldownOptions: { input: { main: 'app/browser/main.ts', style: 'app/ui/style.css' } },
      },
}))
