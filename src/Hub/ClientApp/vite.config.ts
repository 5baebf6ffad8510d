import vue from '@vitejs/plugin-vue'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const stations = ['index', 'kiosk', 'display', 'counter', 'halls', 'supervise', 'ticket']

export default defineConfig({
  plugins: [vue()],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // The web views of screens and kiosks are years older than an office browser.
    target: ['chrome87', 'safari14'],
    rolldownOptions: {
      input: Object.fromEntries(stations.map((name) => [name, resolve(import.meta.dirname, `${name}.html`)])),
    },
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:5080',
      '/audio': 'http://127.0.0.1:5080',
      '/hubs': { target: 'http://127.0.0.1:5080', ws: true },
    },
  },
})
