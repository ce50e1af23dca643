import type { Plugin } from 'vite';
import type { CodeSplittingGroup } from 'rolldown';

/**
 * Puts all that the window is drawn with into one script and one stylesheet, and has the page fetch them at once: each file
 * is a round trip to the main process, which has other things to do at a start. `drawing` ends the path of the module that
 * the page's first script imports once there is something to draw.
 */
export function firstScripts(drawing: string): { readonly plugin: Plugin; readonly groups: CodeSplittingGroup[] } {
  const asking = new Set<string>();
  const drawn = new Set<string>();
  const plugin: Plugin = {
    name: 'first-scripts',
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const follow = (found: string[], into: Set<string>): void => {
        for (const id of found) {
          if (into.has(id)) continue;
          into.add(id);
          found.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      };
      follow(
        ids.filter((id) => this.getModuleInfo(id)?.isEntry === true || id.includes('vite/preload-helper')),
        asking,
      );
      follow(
        ids.filter((id) => id.endsWith(drawing)),
        drawn,
      );
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunk = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === 'window');
        if (chunk?.type !== 'chunk') return [];
        const styles = [...(chunk.viteMetadata?.importedCss ?? [])];
        return [
          // the page's first script first: what it asks for takes longest
          ...[...chunk.imports, chunk.fileName].map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          })),
          ...styles.map((file) => ({
            tag: 'link',
            attrs: { rel: 'stylesheet', crossorigin: true, href: `./${file}` },
          })),
        ];
      },
    },
  };
  return {
    plugin,
    groups: [
      { name: 'start', test: (id) => asking.has(id), priority: 2 },
      { name: 'window', test: (id) => drawn.has(id), priority: 1 },
    ],
  };
}
