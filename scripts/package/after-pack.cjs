// electron-builder copies a runtime that it is given as it is; what is only there for development goes.
const fs = require('node:fs');
const path = require('node:path');

/** @param {import('electron-builder').AfterPackContext} context */
exports.default = async ({ appOutDir, electronPlatformName, packager }) => {
  const resources =
    electronPlatformName === 'darwin'
      ? path.join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : path.join(appOutDir, 'resources');
  for (const file of [path.join(resources, 'default_app.asar'), path.join(appOutDir, 'version')]) {
    fs.rmSync(file, { force: true });
  }
};
