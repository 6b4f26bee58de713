// The sources of the SDK import stylesheets as text: see there.
/// <reference path="../../sdk/declarations.d.ts" />
