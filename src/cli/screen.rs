//! Why no window opens, in words that help: no display, or a library of the desktop that is not installed.

/// Libraries that the window loads when it starts, and the Debian and Ubuntu packages that hold them.
const LIBRARIES: &[(&str, &str)] = &[
    ("xkbcommon-x11", "libxkbcommon-x11-0"),
    ("xkbcommon", "libxkbcommon0"),
    ("libX11-xcb", "libx11-xcb1"),
    ("libX11", "libx11-6"),
    ("libXcursor", "libxcursor1"),
    ("libXi", "libxi6"),
    ("libEGL", "libegl1"),
    ("libGL", "libgl1"),
    ("libwayland-egl", "libwayland-egl1"),
    ("libwayland", "libwayland-client0"),
];

/// What is said where there is no display.
pub const NO_DISPLAY: &str = "there is no display, so no window opens and the reading is printed instead; start it on a \
    desktop, or under “xvfb-run -a readout”, to get the window";

/// Whether a window has somewhere to open. Only free desktops can tell beforehand.
pub fn has_display() -> bool {
    let told = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_os = "macos"))) || told("DISPLAY") || told("WAYLAND_DISPLAY") || told("WAYLAND_SOCKET")
}

/// Why the window did not open or went away, from what a library said of it.
pub fn explain(error: &str) -> String {
    match LIBRARIES.iter().find(|(library, _)| error.contains(library)) {
        Some((library, package)) => format!(
            "the window needs the library {library}, which is not installed; on Debian and Ubuntu “sudo apt install \
             {package}” brings it"
        ),
        None if error.contains("EventLoop") => {
            "the display that DISPLAY or WAYLAND_DISPLAY names cannot be reached; “readout read FILE” works without one"
                .to_owned()
        }
        None => format!(
            "the window failed: {error}; every change up to then is on disk, and “readout read FILE” works without it"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::explain;

    fn check(error: &str, expected: &str) {
        let said = explain(error);
        assert!(said.contains(expected), "{said}");
    }

    #[test]
    fn a_missing_library_is_named_with_its_package() {
        check("Library libxkbcommon-x11.so could not be loaded.", "apt install libxkbcommon-x11-0");
        check("libXcursor.so.1: cannot open shared object file", "apt install libxcursor1");
        check("wgpu: winit EventLoopError: os error", "cannot be reached");
        check("NoGlutinConfigs", "the window failed: NoGlutinConfigs");
    }
}
