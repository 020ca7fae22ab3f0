// <v-map>: puts a map that can be moved and enlarged in the place of the one drawn on the server, which stays where WebGL is
// missing or anything goes wrong. It knows shapes, names and addresses, nothing else.
import "maplibre-gl/dist/maplibre-gl.css";
import "./map-live.css";
import type { ExpressionSpecification, Map, MapGeoJSONFeature, Marker, StyleSpecification } from "maplibre-gl";

type Feature = GeoJSON.Feature<GeoJSON.Geometry, { code: string; kind: string; name: string; status: string | null }>;
type Words = Record<string, string>;

// On a phone the names stand too close to be pressed one by one; there the points and the list lead on.
const narrow = matchMedia("(max-width: 48rem)");

const layers = ["municipalities", "points"];

class RegionMap extends HTMLElement {
  connectedCallback() {
    if (!hasWebGl()) return;
    const seen = new IntersectionObserver(entries => {
      if (!entries.some(e => e.isIntersecting)) return;
      seen.disconnect();
      this.begin().catch(() => this.end());
    });
    seen.observe(this);
  }

  private async begin() {
    const [library, answer] = await Promise.all([import("maplibre-gl"), fetch(this.data("source"))]);
    if (!answer.ok) return;
    const territory = await answer.json() as GeoJSON.FeatureCollection;
    const words = JSON.parse(this.data("words")) as Words;
    const [west, south, east, north] = ["west", "south", "east", "north"].map(side => Number(this.data(side))) as [number, number, number, number];
    library.setWorkerUrl(new URL("./map-worker.js", import.meta.url).href);

    const place = document.createElement("div");
    place.className = "v-map__live";
    this.append(place);
    const whole: [number, number, number, number] = [west, south, east, north];
    const room = { padding: 24 };
    const base = this.dataset["style"];
    const map = new library.Map({
      container: place, bounds: whole, fitBoundsOptions: room, maxZoom: 15, locale: words, cooperativeGestures: true,
      style: base || { version: 8, sources: {}, layers: [] } satisfies StyleSpecification,
      maxBounds: [west - (east - west), south - (north - south), east + (east - west), north + (north - south)],
      attributionControl: { compact: false, customAttribution: words["source"] ?? "" },
      dragRotate: false, pitchWithRotate: false, touchPitch: false,
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new library.NavigationControl({ showCompass: false }), "top-right");
    map.addControl(button(words["whole"] ?? "", () => map.fitBounds(whole, room)), "top-right");
    map.addControl(new library.ScaleControl(), "bottom-left");
    map.once("load", () => {
      map.addSource("territory", { type: "geojson", data: territory, promoteId: "code" });
      draw(map, this.dataset["here"] ?? "", !base);
      let names: Marker[] = [];
      const write = () => {
        names.forEach(one => one.remove());
        names = (territory.features as Feature[]).filter(named).map(feature => new library.Marker({ element: name(feature, this.data("place")), anchor: "left", offset: [6, 0] })
          .setLngLat((feature.geometry as GeoJSON.Point).coordinates as [number, number]).addTo(map));
      };
      write();
      narrow.addEventListener("change", write);
      map.once("idle", () => this.dataset["live"] = "");
    });
    this.follow(map, place);
  }

  /** Pointing names a municipality, pressing opens its page. */
  private follow(map: Map, place: HTMLElement) {
    const under = (event: { point: { x: number; y: number } }): MapGeoJSONFeature | undefined => {
      const { x, y } = event.point;
      const near = map.queryRenderedFeatures([[x - 6, y - 6], [x + 6, y + 6]], { layers: layers.filter(l => map.getLayer(l)) });
      return near.find(f => f.layer.id === "points") ?? near[0];
    };
    map.on("mousemove", event => {
      const found = under(event);
      map.getCanvas().style.cursor = found ? "pointer" : "";
      place.title = found ? String(found.properties["name"]) : "";
    });
    map.on("click", event => {
      const found = under(event);
      if (found) location.assign(`${this.data("place").replace(/\/$/, "")}/${found.properties["code"]}`);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => paint(map));
  }

  private end() {
    delete this.dataset["live"];
    this.querySelector(".v-map__live")?.remove();
  }

  private data(key: string): string {
    return this.dataset[key] ?? "";
  }
}

function hasWebGl(): boolean {
  return Boolean(document.createElement("canvas").getContext("webgl2"));
}

function button(text: string, act: () => void) {
  const frame = document.createElement("div");
  frame.className = "maplibregl-ctrl maplibregl-ctrl-group v-map__whole";
  const press = document.createElement("button");
  press.type = "button";
  press.textContent = text;
  press.addEventListener("click", act);
  frame.append(press);
  return { onAdd: () => frame, onRemove: () => frame.remove() };
}

function named({ geometry, properties }: Feature): boolean {
  return geometry.type === "Point" && Boolean(properties.status) && properties.status !== "militaryDistrict";
}

function name(feature: Feature, place: string): HTMLElement {
  const link = document.createElement(narrow.matches ? "span" : "a");
  link.className = feature.properties.status === "extendedPowers" ? "v-map__name" : "v-map__name v-map__name--2";
  if (link instanceof HTMLAnchorElement) link.href = `${place.replace(/\/$/, "")}/${feature.properties.code}`;
  link.textContent = feature.properties.name;
  return link;
}

const kind = (wanted: string): ExpressionSpecification => ["==", ["get", "kind"], wanted];
const shaped = (wanted: string): ExpressionSpecification => ["==", ["geometry-type"], wanted];

function draw(map: Map, here: string, alone: boolean) {
  const source = "territory";
  const is: ExpressionSpecification = ["==", ["get", "code"], here];
  if (alone) map.addLayer({ id: "sky", type: "background" });
  map.addLayer({ id: "land", type: "fill", source, filter: kind("region"), paint: { "fill-opacity": alone ? 1 : 0 } });
  map.addLayer({ id: "municipalities", type: "fill", source, filter: ["all", kind("municipality"), ["!", shaped("Point")]], paint: { "fill-opacity": ["case", is, .6, 0] } });
  map.addLayer({ id: "fences", type: "line", source, filter: ["all", kind("municipality"), ["!", shaped("Point")]], paint: { "line-width": .6 } });
  map.addLayer({ id: "districts", type: "line", source, filter: kind("district"), paint: { "line-width": 1.2 } });
  map.addLayer({ id: "edge", type: "line", source, filter: kind("region"), paint: { "line-width": 2 } });
  map.addLayer({
    id: "points", type: "circle", source, filter: ["all", kind("municipality"), shaped("Point")],
    paint: { "circle-radius": ["case", is, 7, ["==", ["get", "status"], "extendedPowers"], 5.5, ["==", ["get", "status"], "authorisedOffice"], 4.5, 3], "circle-stroke-width": 1 },
  });
  paint(map);
}

/** The colours are those of the page, light or dark. */
function paint(map: Map) {
  const colours = getComputedStyle(document.documentElement);
  const of = (role: string) => colours.getPropertyValue(role).trim();
  if (map.getLayer("sky")) map.setPaintProperty("sky", "background-color", of("--map-out"));
  map.setPaintProperty("land", "fill-color", of("--map-land"));
  map.setPaintProperty("municipalities", "fill-color", of("--spring"));
  map.setPaintProperty("fences", "line-color", of("--map-line"));
  map.setPaintProperty("districts", "line-color", of("--map-line"));
  map.setPaintProperty("edge", "line-color", of("--text-3"));
  map.setPaintProperty("points", "circle-color", ["case", ["==", ["get", "status"], null], of("--map-dot"), of("--text-3")]);
  map.setPaintProperty("points", "circle-stroke-color", of("--map-land"));
}

customElements.define("v-map", RegionMap);
