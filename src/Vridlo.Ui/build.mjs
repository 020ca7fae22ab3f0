// Builds wwwroot/built from styles/ and islands/. Run by MSBuild (build.targets) whenever a source is newer than the result.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "wwwroot", "built");
const lock = join(here, ".build-lock");
const installed = join(here, "node_modules", ".vridlo-installed");
const pause = ms => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

// Two builds may start at once (tests beside the site): the second waits, and the lock of a killed build is taken over.
function takeLock() {
  for (;;) {
    try {
      const handle = openSync(lock, "wx");
      writeFileSync(handle, String(process.pid));
      closeSync(handle);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (!ownerLives()) rmSync(lock, { force: true });
      else pause(100);
    }
  }
}

function ownerLives() {
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    if (!owner) return Date.now() - statSync(lock).mtimeMs < 2000;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function install() {
  const wanted = readFileSync(join(here, "package-lock.json"), "utf8");
  if (existsSync(installed) && readFileSync(installed, "utf8") === wanted) return;
  execFileSync("npm", ["ci", "--no-progress", "--loglevel=error"], { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
  writeFileSync(installed, wanted);
}

// Of the design system's 600 tokens a page pays only for those our sheets use.
function tokens() {
  const sheet = readFileSync(join(here, "node_modules/@gov-design-system-ce/styles/lib/tokens.css"), "utf8");
  // What differs by width (sizes of type, corners) stands in media rules; one size, the widest, serves all our widths.
  const blocks = [...sheet.matchAll(/:root\{([^}]*)\}/g)].map(block => block[1]);
  const known = new Map(blocks.flatMap(block => block.split(";").filter(Boolean).map(d => [d.slice(0, d.indexOf(":")).trim(), d.slice(d.indexOf(":") + 1).trim()])));
  const used = new Set();
  const follow = text => {
    for (const [, name] of text.matchAll(/var\((--[\w-]+)/g)) {
      if (!known.has(name) || used.has(name)) continue;
      used.add(name);
      follow(known.get(name));
    }
  };
  for (const file of readdirSync(join(here, "styles"))) follow(readFileSync(join(here, "styles", file), "utf8"));
  return `:root{${[...used].map(name => `${name}:${known.get(name)}`).join(";")}}`;
}

// Roboto in the cuts we use: upright 300, 400, 500, 700, in the Latin and Latin Extended subsets.
function fonts() {
  const folder = join(here, "node_modules/@gov-design-system-ce/fonts/lib");
  const faces = readFileSync(join(folder, "roboto.css"), "utf8").match(/@font-face\s*\{[^}]*\}/g);
  return faces
    .filter(face => /font-style:\s*normal/.test(face) && /font-weight:\s*(300|400|500|700)\b/.test(face))
    .map(face => face.replace(/font-display:\s*auto/, "font-display: swap").replace(/local\('[^']*'\),\s*/g, "")
      .replace(/url\('([^']*)'\)/g, (_, file) => `url('${join(folder, file)}')`))
    .join("\n");
}

const designSystem = {
  name: "design-system",
  setup(build) {
    build.onResolve({ filter: /^gov:/ }, ({ path }) => ({ path, namespace: "gov" }));
    build.onLoad({ filter: /.*/, namespace: "gov" }, ({ path }) =>
      ({ contents: path === "gov:tokens" ? tokens() : fonts(), loader: "css", resolveDir: here }));
  },
};

// What islands start beside the page must be a file of our own site.
const workers = { "map-worker": "maplibre-gl/dist/maplibre-gl-worker.mjs" };

async function bundle() {
  const { build } = await import("esbuild");
  const islands = join(here, "islands");
  const scripts = existsSync(islands) ? readdirSync(islands).filter(f => f.endsWith(".ts") && !f.endsWith(".d.ts")) : [];
  const common = { bundle: true, minify: true, outdir: built, assetNames: "fonts/[name]", logLevel: "warning", loader: { ".woff2": "file" } };
  rmSync(built, { recursive: true, force: true });
  mkdirSync(built, { recursive: true });
  await build({
    ...common, entryPoints: { ...Object.fromEntries(scripts.map(f => [f.slice(0, -3), join(islands, f)])), ...workers }, format: "esm", splitting: true, target: "es2022",
    chunkNames: "part-[hash]", legalComments: "linked",
  });
  await build({ ...common, entryPoints: { vridlo: join(here, "styles", "main.css") }, plugins: [designSystem], target: ["chrome111", "firefox113", "safari16.4"] });
  const now = new Date();
  utimesSync(join(built, "vridlo.css"), now, now);
}

takeLock();
try {
  install();
  await bundle();
} finally {
  rmSync(lock, { force: true });
}
