// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/render.h"

#include <QImage>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class Render : public ::testing::Test {
protected:
    Render() { request.folder = folder.filePath(u"pictures"_s); }
    QTemporaryDir folder;
    RenderRequest request;
    Theme theme{ThemeChoice::kDark};
};

TEST_F(Render, AnEmptyWindowIsOnePicture) {
    const auto paths = render_window(request, theme);
    ASSERT_TRUE(paths) << paths.error().to_string();
    EXPECT_EQ(*paths, QStringList{request.folder + u"/empty.png"_s});
    EXPECT_EQ(QImage(paths->front()).size(), QSize(1600, 1000));
}

TEST_F(Render, SizeAndRatioAreThoseAskedFor) {
    request.checkpoint = testing::sample_path();
    request.pages = {u"main"_s};
    request.size = {1200, 700};
    request.device_pixel_ratio = 2;
    const auto paths = render_window(request, theme);
    ASSERT_TRUE(paths) << paths.error().to_string();
    EXPECT_EQ(*paths, QStringList{request.folder + u"/window-main.png"_s});
    const QImage image(paths->front());
    EXPECT_EQ(image.size(), QSize(2400, 1400));
    EXPECT_EQ(image.pixelColor(3, 1390), theme.tokens().window);
}

TEST_F(Render, TheSamePictureEveryTime) {
    request.checkpoint = testing::sample_path();
    request.pages = {u"main"_s};
    const auto first = render_window(request, theme);
    ASSERT_TRUE(first);
    const QImage before(first->front());
    const auto second = render_window(request, theme);
    ASSERT_TRUE(second);
    EXPECT_EQ(before, QImage(second->front()));
}

TEST_F(Render, PagesOfActivationsShowWhatATextDoes) {
    request.checkpoint = testing::sample_path();
    request.pages = {u"token-channels"_s, u"attention"_s, u"experts"_s, u"outliers"_s};
    for (const QString& page : request.pages)
        EXPECT_EQ(render_pages().count(page), 1) << page.toStdString();
    const auto paths = render_window(request, theme);
    ASSERT_TRUE(paths) << paths.error().to_string();
    ASSERT_EQ(paths->size(), 4);
    for (qsizetype i = 0; i < paths->size(); ++i) {
        EXPECT_EQ(paths->at(i), request.folder + u"/window-"_s + request.pages[i] + u".png"_s);
        for (qsizetype j = 0; j < i; ++j)
            EXPECT_NE(QImage(paths->at(i)), QImage(paths->at(j))) << i << ' ' << j;
    }
}

TEST_F(Render, RefusedInputIsAnError) {
    request.checkpoint = folder.filePath(u"missing.gguf"_s);
    EXPECT_FALSE(render_window(request, theme));
    request.checkpoint = testing::sample_path();
    request.plan = folder.filePath(u"missing.json"_s);
    EXPECT_FALSE(render_window(request, theme));
}

}  // namespace
}  // namespace bitlathe
