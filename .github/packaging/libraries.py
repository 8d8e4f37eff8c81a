"""The libraries of others that a stand-alone folder may hold, and what they are shared under.

The lists were read off the wheels of pygame 2.6.1 for Linux, Windows and macOS, and off
folders built on Linux.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Library:
    """A library of others.

    Attributes:
        names: How its files begin, in small letters, without `lib` in front.
        licence: An SPDX expression; where there is a choice, what we chose.
        holders: Whose it is.
        home: Where its source is.
    """

    names: tuple[str, ...]
    title: str
    licence: str
    holders: str
    home: str


BSD: Final = "BSD-3-Clause"
LGPL: Final = "LGPL-2.1-or-later"

PUBLIC: Final = "public domain"
RUNTIME: Final = "GPL-3.0-or-later WITH GCC-exception-3.1"
XIPH: Final = "2002-2020 Xiph.Org Foundation and others"

LIBRARIES: Final = (
    Library(
        ("sdl2", "sdl2_image", "sdl2_mixer", "sdl2_ttf"),
        "SDL 2 with SDL_image, SDL_mixer and SDL_ttf",
        "Zlib",
        "1997-2023 Sam Lantinga",
        "https://github.com/libsdl-org",
    ),
    Library(
        ("asound",), "ALSA", LGPL, "Jaroslav Kysela and others", "https://www.alsa-project.org"
    ),
    Library(
        ("attr",),
        "attr",
        LGPL,
        "2001-2018 SGI and others",
        "https://savannah.nongnu.org/projects/attr",
    ),
    Library(
        ("brotlicommon", "brotlidec"),
        "Brotli",
        "MIT",
        "2009, 2010, 2013-2016 The Brotli Authors",
        "https://github.com/google/brotli",
    ),
    Library(
        ("bsd",),
        "libbsd",
        BSD,
        "2004-2022 Guillem Jover and others",
        "https://libbsd.freedesktop.org",
    ),
    Library(
        ("bz2",),
        "bzip2",
        "bzip2-1.0.6",
        "1996-2019 Julian R. Seward",
        "https://sourceware.org/bzip2",
    ),
    Library(
        ("cap",),
        "libcap",
        BSD,
        "1997-2007 Andrew G. Morgan",
        "https://sites.google.com/site/fullycapable",
    ),
    Library(
        ("crypto", "ssl"),
        "OpenSSL",
        "Apache-2.0",
        "1998-2024 The OpenSSL Project Authors",
        "https://openssl-library.org",
    ),
    Library(
        ("dbus",),
        "D-Bus",
        "AFL-2.1",
        "2002-2021 Red Hat Inc. and others",
        "https://www.freedesktop.org/wiki/Software/dbus",
    ),
    Library(
        ("dw", "elf"),
        "elfutils",
        "LGPL-3.0-or-later",
        "Red Hat Inc. and others",
        "https://sourceware.org/elfutils",
    ),
    Library(
        ("ffi",),
        "libffi",
        "MIT",
        "1996-2022 Anthony Green, Red Hat Inc. and others",
        "https://sourceware.org/libffi",
    ),
    Library(
        ("flac",),
        "FLAC",
        BSD,
        "2000-2009 Josh Coalson, 2011-2016 Xiph.Org Foundation",
        "https://xiph.org/flac",
    ),
    Library(
        ("fluidsynth",),
        "FluidSynth",
        LGPL,
        "Peter Hanappe and others",
        "https://www.fluidsynth.org",
    ),
    Library(
        ("freetype",),
        "FreeType",
        "FTL",
        "The FreeType Project (www.freetype.org)",
        "https://freetype.org",
    ),
    Library(
        ("gcc_s", "gomp", "stdc++"),
        "the run-time libraries of GCC",
        RUNTIME,
        "Free Software Foundation, Inc.",
        "https://gcc.gnu.org",
    ),
    Library(
        ("gcrypt", "gpg-error"),
        "libgcrypt and libgpg-error",
        LGPL,
        "Free Software Foundation, Inc. and g10 Code GmbH",
        "https://gnupg.org",
    ),
    Library(
        ("glib", "gthread"),
        "GLib",
        LGPL,
        "The GLib authors",
        "https://gitlab.gnome.org/GNOME/glib",
    ),
    Library(
        ("harfbuzz",),
        "HarfBuzz",
        "MIT-Modern-Variant",
        "2010-2022 Google, Inc., 2012 Mozilla Foundation, Red Hat, Inc. and others",
        "https://harfbuzz.github.io",
    ),
    Library(
        ("intl",),
        "the run-time library of GNU gettext",
        LGPL,
        "Free Software Foundation, Inc.",
        "https://www.gnu.org/software/gettext",
    ),
    Library(
        ("jpeg",),
        "libjpeg and libjpeg-turbo",
        "IJG AND BSD-3-Clause AND Zlib",
        "1991-2020 Thomas G. Lane, Guido Vollbeding, 2009-2023 D. R. Commander and others",
        "https://libjpeg-turbo.org",
    ),
    Library(("lz4",), "LZ4", "BSD-2-Clause", "2011-2020 Yann Collet", "https://lz4.org"),
    Library(("lzma",), "liblzma", PUBLIC, "The Tukaani Project", "https://tukaani.org/xz"),
    Library(
        ("md",),
        "libmd",
        BSD,
        "Guillem Jover and others",
        "https://www.hadrons.org/software/libmd",
    ),
    Library(
        ("modplug",),
        "libmodplug",
        PUBLIC,
        "Olivier Lapicque, Konstanty Bialkowski",
        "https://modplug-xmms.sourceforge.net",
    ),
    Library(("mpg123",), "mpg123", LGPL, "1995-2020 The mpg123 project", "https://mpg123.org"),
    Library(
        ("ogg", "opus", "opusfile", "vorbis", "vorbisenc", "vorbisfile"),
        "Ogg, Opus and Vorbis",
        BSD,
        XIPH,
        "https://xiph.org",
    ),
    Library(
        ("pcre", "pcre2"),
        "PCRE",
        BSD,
        "1997-2022 University of Cambridge and others",
        "https://www.pcre.org",
    ),
    Library(
        ("png16",),
        "libpng",
        "libpng-2.0",
        "1995-2022 The PNG Reference Library Authors",
        "http://www.libpng.org",
    ),
    Library(
        ("portmidi",),
        "PortMidi",
        "MIT",
        "1999-2000 Ross Bencina and Phil Burk, 2001-2009 Roger B. Dannenberg",
        "https://github.com/PortMidi/portmidi",
    ),
    Library(
        ("pulse", "pulsecommon"),
        "PulseAudio",
        LGPL,
        "2004-2020 Lennart Poettering and others",
        "https://www.freedesktop.org/wiki/Software/PulseAudio",
    ),
    Library(
        ("selinux",),
        "libselinux",
        PUBLIC,
        "The National Security Agency",
        "https://github.com/SELinuxProject/selinux",
    ),
    Library(
        ("sharpyuv", "webp"),
        "libwebp",
        BSD,
        "2010 Google Inc.",
        "https://developers.google.com/speed/webp",
    ),
    Library(
        ("sndfile",),
        "libsndfile",
        LGPL,
        "1999-2020 Erik de Castro Lopo",
        "https://libsndfile.github.io/libsndfile",
    ),
    Library(("systemd",), "libsystemd", LGPL, "The systemd authors", "https://systemd.io"),
    Library(
        ("tiff",),
        "LibTIFF",
        "libtiff",
        "1988-1997 Sam Leffler, 1991-1997 Silicon Graphics, Inc.",
        "https://libtiff.gitlab.io/libtiff",
    ),
    Library(
        ("x11", "xau", "xdmcp"),
        "libX11, libXau and libXdmcp",
        "MIT-open-group AND X11",
        "1984-1998 The Open Group and others",
        "https://www.x.org",
    ),
    Library(
        ("vcruntime140", "vcruntime140_1", "msvcp140", "ucrtbase", "api-ms-win"),
        "the run-time library of Microsoft Visual C++",
        "Microsoft's terms for redistributable code",
        "Microsoft Corporation",
        "https://visualstudio.microsoft.com",
    ),
    Library(
        ("z", "zlib1"),
        "zlib",
        "Zlib",
        "1995-2022 Jean-loup Gailly and Mark Adler",
        "https://zlib.net",
    ),
)
